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
    | "unknown";
  message: string;
};

/** What the auth endpoints answer with when they refuse; no status means no answer came. */
export type AuthRefusal = { status?: number; code?: string; retryAfterSeconds?: number };

const messages: Record<Exclude<AuthFailure["reason"], "rate-limited">, string> = {
  credentials: "E-mail and password do not match. Check both and try again.",
  network: "The server cannot be reached. Check the connection; what you typed is kept.",
  "expired-link": "This link has expired or was used already. Ask for a new one.",
  "email-taken": "There is an account with this e-mail already. Sign in instead.",
  "weak-password": "Choose another password: 10 to 128 characters.",
  "name-taken": "An organization with this name exists already. Choose another name.",
  closed: "New accounts are made by invitation here. Ask an administrator.",
  unknown: "That did not work, and the server did not say why. Try again in a moment.",
};

const reasonsByCode: Record<string, Exclude<AuthFailure["reason"], "rate-limited">> = {
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

function waiting(retryAfterSeconds: number | undefined): string {
  if (!retryAfterSeconds) return "Too many attempts. Wait a minute, then try again.";
  if (retryAfterSeconds < 90) return `Too many attempts. Try again in ${Math.ceil(retryAfterSeconds)} seconds.`;
  return `Too many attempts. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`;
}

export function explainAuthFailure({ status, code, retryAfterSeconds }: AuthRefusal): AuthFailure {
  if (status === 429) return { reason: "rate-limited", message: waiting(retryAfterSeconds) };
  if (!status) return { reason: "network", message: messages.network };
  const reason = reasonsByCode[code ?? ""] ?? (status === 401 ? "credentials" : "unknown");
  return { reason, message: messages[reason] };
}
