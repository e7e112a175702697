import type { Words } from "@/components/lib/words/words";

/** What the auth client answers with. */
type Answer<Data> = { data: Data | null; error: { status?: number; code?: string; message?: string } | null };

const KNOWN = [
  "INVALID_PASSWORD",
  "PASSWORD_TOO_SHORT",
  "PASSWORD_TOO_LONG",
  "SESSION_NOT_FRESH",
  "SECOND_FACTOR_NEEDED",
] as const;
type Known = (typeof KNOWN)[number];
type Reason = Known | "unreachable" | "tooMany" | "unexplained";

/** Why a call about one's own account was refused; the message is the server's own, for reasons we have no words for. */
export class AuthRefusal extends Error {
  override readonly name = "AuthRefusal";
  constructor(
    readonly reason: Reason,
    message = "",
  ) {
    super(message);
  }
}

/** The answer's data; throws an `AuthRefusal` otherwise. */
export async function authCall<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await call;
  } catch {
    throw new AuthRefusal("unreachable");
  }
  if (answer.error) throw new AuthRefusal(reasonOf(answer.error), answer.error.message);
  return answer.data as Data;
}

function reasonOf({ status, code }: NonNullable<Answer<unknown>["error"]>): Reason {
  if (status === 429) return "tooMany";
  if (!status) return "unreachable";
  return KNOWN.find((known) => known === code) ?? "unexplained";
}

/** The words of whatever went wrong. */
export function authProblem(t: Words<"settings">, error: unknown): string {
  if (!(error instanceof AuthRefusal)) return t("auth.pageFault");
  return (error.reason === "unexplained" && error.message) || t(`auth.${error.reason}`);
}
