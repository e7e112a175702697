import "server-only";
import type { Database } from "@/db/client";
import { type DeletedHistory, deleteOutlivedHistory } from "@/db/queries/execution/keep-history";
import { addLocalDays } from "@/server/domain/time/local-date";
import type { Clock } from "@/server/ports/clock";

/** How far expected arrivals were off is asked of recent days; half a year also shows whether it gets better. */
const ARRIVAL_DAYS = 180;
/** While a day may be on the road its own routes are refreshed each minute; this is for days on which nobody was there. */
const EXPECTED_DAYS = 2;
/** A session that has ended opens nothing; for a week it still tells why. */
const SESSION_DAYS = 7;
const DAY_MS = 24 * 3600_000;

/** Deletes expectations of plans long past, devices' sessions that have ended, and open boards nobody closed. */
export function keepHistory(database: Database, clock: Clock): Promise<DeletedHistory> {
  const now = clock.now();
  const today = now.toISOString().slice(0, 10);
  return deleteOutlivedHistory(database, {
    firstKeptDay: addLocalDays(today, -ARRIVAL_DAYS),
    firstExpectedDay: addLocalDays(today, -EXPECTED_DAYS),
    sessionsEndedBefore: new Date(now.getTime() - SESSION_DAYS * DAY_MS),
    boardsEndedBefore: new Date(now.getTime() - DAY_MS),
  });
}
