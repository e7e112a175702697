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
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (LOST_CONNECTION_CODES.has((cause as Error & { code?: string }).code ?? "")) return true;
  }
  return false;
}
