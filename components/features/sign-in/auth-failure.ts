import type { Words } from "@/components/lib/words/words";

export type AuthFailure = {
  reason:
    | "credentials"
    | "rate-limited"
    | "network"
    | "expired-link"
    | "email-taken"
    | "weak-password"
    | "name-taken"
    | "closed"
    | "invitation-gone"
    | "other-recipient"
    | "unknown";
  /** How long to wait, where the server says so. */
  retryAfterSeconds?: number;
};

/** What the auth endpoints answer with when they refuse; no status means no answer came. */
export type AuthRefusal = { status?: number; code?: string; retryAfterSeconds?: number };

const reasonsByCode: Record<string, AuthFailure["reason"]> = {
  INVALID_EMAIL_OR_PASSWORD: "credentials",
  INVALID_EMAIL: "credentials",
  INVALID_PASSWORD: "credentials",
  INVALID_TOKEN: "expired-link",
  TOKEN_EXPIRED: "expired-link",
  USER_ALREADY_EXISTS: "email-taken",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email-taken",
  PASSWORD_TOO_SHORT: "weak-password",
  PASSWORD_TOO_LONG: "weak-password",
  ORGANIZATION_ALREADY_EXISTS: "name-taken",
  ORGANIZATION_SLUG_ALREADY_TAKEN: "name-taken",
  EMAIL_PASSWORD_SIGN_UP_DISABLED: "closed",
  YOU_ARE_NOT_ALLOWED_TO_CREATE_A_NEW_ORGANIZATION: "closed",
};

/** Why a call of the auth endpoints was refused. */
export function explainAuthFailure({ status, code, retryAfterSeconds }: AuthRefusal): AuthFailure {
  if (status === 429) return { reason: "rate-limited", ...(retryAfterSeconds && { retryAfterSeconds }) };
  if (!status) return { reason: "network" };
  return { reason: reasonsByCode[code ?? ""] ?? (status === 401 ? "credentials" : "unknown") };
}

/** A failure in words. */
export function describeAuthFailure(t: Words<"signIn">, { reason, retryAfterSeconds }: AuthFailure): string {
  if (!retryAfterSeconds) return t(`failure.${reason}`);
  if (retryAfterSeconds < 90) return t("waitSeconds", { count: Math.ceil(retryAfterSeconds) });
  return t("waitMinutes", { count: Math.ceil(retryAfterSeconds / 60) });
}
