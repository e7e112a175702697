import "server-only";

const PLAUSIBLE = /^[\w.:-]{8,100}$/;

/** The sender's own name for what a request belongs to, if it is one that may stand in logs. */
export function correlationIdOf(headers: Headers): string | undefined {
  const given = headers.get("x-correlation-id") ?? headers.get("x-request-id") ?? "";
  return PLAUSIBLE.test(given) ? given : undefined;
}
