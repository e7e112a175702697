import "server-only";

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

/** An expected "no", in words a person can act on. Anything else that is thrown is our own fault. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";

  constructor(
    readonly code: ServiceErrorCode,
    message: string,
    /** Machine-readable particulars, safe to show. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** Throws the 404 of rows that do not exist, or not for this tenant. */
export function found<T>(row: T | undefined | null, what: string): T {
  if (row === undefined || row === null) throw new ServiceError("not-found", `There is no such ${what}.`);
  return row;
}
