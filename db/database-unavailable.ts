/** The database could not be reached, or went away in the middle: what was under way is not known to have happened. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

/** Of the driver: the connection is gone. Of PostgreSQL: it is shutting down, or just starting up. */
const LOST_CONNECTION_CODES = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
]);

/** True when an error, or anything it was caused by, means that the database is not there. */
export function isLostConnection(error: unknown): boolean {
  return codesOf(error).some((code) => LOST_CONNECTION_CODES.has(code));
}

/** True when the transaction was ended, and undone, because it and another waited for each other. */
export function isDeadlock(error: unknown): boolean {
  return codesOf(error).includes("40P01");
}

/** True when a limited member would have written a row that they do not see (policies `scope`). */
export function isBeyondReach(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.startsWith('new row violates row-level security policy "scope"')) return true;
  }
  return false;
}

function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    codes.push((cause as Error & { code?: string }).code ?? "");
  }
  return codes;
}
