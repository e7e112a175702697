import { expect, it } from "vitest";
import { type AuthRefusal, describeAuthFailure, explainAuthFailure } from "@/components/features/sign-in/auth-failure";
import { wordsFor } from "@/components/messages/testing/words-for";

it.each<[AuthRefusal, string]>([
  [{ status: 401, code: "INVALID_EMAIL_OR_PASSWORD" }, "credentials"],
  [{ status: 401 }, "credentials"],
  [{}, "network"],
  [{ status: 0 }, "network"],
  [{ status: 429, code: "INVALID_EMAIL_OR_PASSWORD" }, "rate-limited"],
  [{ status: 400, code: "INVALID_TOKEN" }, "expired-link"],
  [{ status: 422, code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL" }, "email-taken"],
  [{ status: 400, code: "EMAIL_PASSWORD_SIGN_UP_DISABLED" }, "closed"],
  [{ status: 500 }, "unknown"],
  [{ status: 403, code: "SOMETHING_NEW" }, "unknown"],
])("%j is %s", (refusal, reason) => {
  expect(explainAuthFailure(refusal).reason).toBe(reason);
});

it("says how long to wait when the server does", () => {
  expect(describeAuthFailure(wordsFor("signIn"), explainAuthFailure({ status: 429, retryAfterSeconds: 42 }))).toContain(
    "42 seconds",
  );
  expect(
    describeAuthFailure(wordsFor("signIn"), explainAuthFailure({ status: 429, retryAfterSeconds: 600 })),
  ).toContain("10 minutes");
  expect(describeAuthFailure(wordsFor("signIn"), explainAuthFailure({ status: 429 }))).toContain("minute");
});
