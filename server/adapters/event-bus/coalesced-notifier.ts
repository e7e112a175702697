import "server-only";
import type { Database } from "@/db/client";

/**
 * Tells a channel's listeners in all processes that something of an organization's has changed: at once, then at most
 * once per interval. A word that is lost costs listeners one interval: the next one covers it.
 */
export function createCoalescedNotifier(
  database: Database,
  channel: string,
  intervalMilliseconds: number,
): (organizationId: string) => void {
  /** Organizations told of within the interval; true when they have changed since. */
  const recent = new Map<string, boolean>();
  const tell = (organizationId: string) => {
    recent.set(organizationId, false);
    database.raw`select pg_notify(${channel}, ${organizationId})`.catch(() => {});
    setTimeout(() => {
      if (recent.get(organizationId)) tell(organizationId);
      else recent.delete(organizationId);
    }, intervalMilliseconds).unref();
  };
  return (organizationId) => {
    if (recent.has(organizationId)) recent.set(organizationId, true);
    else tell(organizationId);
  };
}
