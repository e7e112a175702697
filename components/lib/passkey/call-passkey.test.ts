import { beforeEach, expect, test, vi } from "vitest";
import { authClient } from "@/components/lib/auth-client";
import { callSecondStep } from "@/components/lib/second-step/call-second-step";
import { removePasskey, renamePasskey } from "./call-passkey";

vi.mock("@/components/lib/auth-client", () => ({ authClient: { $fetch: vi.fn() } }));

const NEEDED = { data: null, error: { status: 403, code: "SECOND_FACTOR_NEEDED", message: "Set it up first." } };

beforeEach(() => {
  vi.stubGlobal("PublicKeyCredential", () => undefined);
  vi.mocked(authClient.$fetch).mockResolvedValue(NEEDED);
});

test("where the password alone is too little, passkeys ask who is there, and the second step says that a passkey is needed", async () => {
  const unconfirmed = { ok: false, problem: { reason: "confirm" } };
  expect(await renamePasskey("1", "Mine")).toEqual(unconfirmed);
  expect(await removePasskey("1")).toEqual(unconfirmed);
  expect(await callSecondStep(Promise.resolve(NEEDED))).toEqual({ ok: false, problem: { reason: "passkey" } });
});
