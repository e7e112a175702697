import "server-only";
import type { Dialect } from "./dialect";
import type { Endpoint } from "./endpoint";

/** What who shows a token may be refused with whatever he asks: strangers, what he may not, too often. */
const KNOWN_CALLERS = [401, 403, 429];
/** A name that is none, or was used for another request, or whose request is under way. */
const NAMED_REQUESTS = [400, 409];

/** Every status an endpoint refuses with, ascending: its own, and those of the way all requests go. */
export function refusalStatuses(
  { method, credentials, refusals }: Pick<Endpoint, "method" | "credentials" | "refusals">,
  { requestNames }: Pick<Dialect, "requestNames">,
): readonly number[] {
  const isOpen = credentials.length === 0;
  const isNamed = !isOpen && method !== "get" && requestNames === "kept";
  const common = [...(isOpen ? [429] : KNOWN_CALLERS), ...(isNamed ? NAMED_REQUESTS : [])];
  return [...new Set([...refusals, ...common])].sort((a, b) => a - b);
}
