import { expect, test } from "vitest";
import { wordsFor } from "@/components/messages/testing/words-for";
import { authCall, authProblem } from "./auth-call";

test("where the password alone is too little, it is said what is missing, in the reader’s words", async () => {
  const error = { status: 403, code: "SECOND_FACTOR_NEEDED", message: "Set it up first." };
  const refusal = await authCall(Promise.resolve({ data: null, error })).catch((thrown: unknown) => thrown);
  expect(authProblem(wordsFor("settings"), refusal)).toMatch(/Show your passkey first/);
});
