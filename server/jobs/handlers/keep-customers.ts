import "server-only";
import type { Database } from "@/db/client";
import { type DeletedCustomers, deleteOutlivedCustomers } from "@/db/queries/customer/keep-customers";
import type { Clock } from "@/server/ports/clock";

/** A hold is over after minutes; for a week it can still be asked what became of it. */
const PLACE_DAYS = 7;
const DAY_MS = 24 * 3600_000;

/**
 * Deletes looks at customers' pages and messages to customers older than so many days, links that open nothing any more,
 * and places in slots that were not taken or whose day is past.
 */
export function keepCustomers(
  database: Database,
  clock: Clock,
  days: { readonly views: number; readonly notifications: number },
): Promise<DeletedCustomers> {
  const now = clock.now();
  const daysAgo = (count: number) => new Date(now.getTime() - count * DAY_MS);
  return deleteOutlivedCustomers(database, {
    now,
    viewsBefore: daysAgo(days.views),
    notificationsBefore: daysAgo(days.notifications),
    placesBefore: daysAgo(PLACE_DAYS),
  });
}
