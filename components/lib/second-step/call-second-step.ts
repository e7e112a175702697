import type { Words } from "@/components/lib/words/words";

/** What the auth client answers with. */
type Answer<Data> = { data: Data | null; error: { status?: number; code?: string; seconds?: number } | null };
type Reason = "password" | "code" | "backup" | "over" | "passkey" | "unreachable" | "unexplained";
/** Why a call about the second step was refused. */
export type SecondStepProblem = { readonly reason: Reason } | { readonly waitSeconds: number };
export type SecondStepOutcome<Data> =
  | { readonly ok: true; readonly data: Data | null }
  | { readonly ok: false; readonly problem: SecondStepProblem };

const REASONS: Readonly<Record<string, Reason>> = {
  INVALID_PASSWORD: "password",
  PASSWORD_TOO_LONG: "password",
  INVALID_CODE: "code",
  INVALID_BACKUP_CODE: "backup",
  INVALID_TWO_FACTOR_COOKIE: "over",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "over",
  SECOND_FACTOR_NEEDED: "passkey",
};
/** Where the server does not say: what limits bursts from one address. */
const SOME_SECONDS = 10;

/** Makes one call about the second step; refusals and a dead network alike are a problem to show. */
export async function callSecondStep<Data>(call: Promise<Answer<Data>>): Promise<SecondStepOutcome<Data>> {
  try {
    const { data, error } = await call;
    if (!error) return { ok: true, data };
    const { status, code = "", seconds = SOME_SECONDS } = error;
    if (status === 429) return { ok: false, problem: { waitSeconds: seconds } };
    return { ok: false, problem: { reason: status ? (REASONS[code] ?? "unexplained") : "unreachable" } };
  } catch {
    return { ok: false, problem: { reason: "unreachable" } };
  }
}

/** A problem in words. */
export function saySecondStepProblem(t: Words<"secondStep">, problem: SecondStepProblem): string {
  if ("reason" in problem) return t(`problem.${problem.reason}`);
  const { waitSeconds } = problem;
  if (waitSeconds < 90) return t("waitSeconds", { count: Math.ceil(waitSeconds) });
  return t("waitMinutes", { count: Math.ceil(waitSeconds / 60) });
}

/** What people type of a code: "123 456" is 123456. */
export function plainCode(typed: string): string {
  return typed.replace(/\s/g, "");
}

/** The key of an authenticator app in groups of four, as it is read out. */
export function keyOfUri(uri: string): string {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return secret.match(/.{1,4}/g)?.join(" ") ?? secret;
}
