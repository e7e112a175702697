import "server-only";
import type { NoSuch } from "@/server/domain/refusal/desk-reasons";
import type { RefusalReason } from "@/server/domain/refusal/refusal-reason";

/** Closed: each transport maps every code to its own answer. */
export type ServiceErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "invalid"
  | "conflict"
  | "stale"
  | "refused"
  | "too-large"
  | "rate-limited"
  | "unavailable";

/**
 * An expected "no". The message is English, for logs and programs; screens say the reason in their reader's language.
 * Anything else that is thrown is our own fault.
 */
export class ServiceError extends Error {
  override readonly name = "ServiceError";

  constructor(
    readonly code: ServiceErrorCode,
    message: string,
    /** Why, from a closed set, with what the sentence needs and what programs may like to know. Safe to show. */
    readonly details: RefusalReason & Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

/** Throws the 404 of rows that do not exist, or not for this tenant. */
export function found<T>(row: T | undefined | null, what: NoSuch): T {
  if (row === undefined || row === null) throw noSuch(what);
  return row;
}

/** The 404 itself. */
export function noSuch(what: NoSuch): ServiceError {
  return new ServiceError("not-found", `There is no such ${what}.`, { reason: "no-such", what });
}
