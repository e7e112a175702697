import "server-only";
import type { Database } from "@/db/client";
import { listPositionDays } from "@/db/queries/policy/retention-policies";
import {
  deleteLastPositions,
  deletePositionsOfDay,
  keepPositionPartitions,
  listPositionDates,
} from "@/db/queries/position/partitions";
import { POSITION_DAYS } from "@/server/domain/policy/retention-policy";
import { addLocalDays } from "@/server/domain/time/local-date";
import type { Clock } from "@/server/ports/clock";

/** A day ahead of the last one for every day that this job may fail. */
const DAYS_AHEAD = 7;

/**
 * Makes the partitions of the coming days, drops those older than anybody keeps positions, and deletes from the others
 * what its organization does not keep so long. Where somebody was last goes with the day it was.
 */
export async function keepPositions(database: Database, clock: Clock): Promise<void> {
  const today = clock.now().toISOString().slice(0, 10);
  const kept = await listPositionDays(database);
  const longest = Math.max(POSITION_DAYS.least, ...kept.map(({ days }) => days));
  await keepPositionPartitions(database, {
    first: today,
    last: addLocalDays(today, DAYS_AHEAD),
    firstKept: addLocalDays(today, -longest),
  });
  await deleteLastPositions(
    database,
    kept.map(({ organizationId, days }) => ({ organizationId, firstKept: addLocalDays(today, -days) })),
  );
  const shorter = kept.filter(({ days }) => days < longest);
  for (const date of shorter.length > 0 ? await listPositionDates(database) : []) {
    const over = shorter.filter(({ days }) => date < addLocalDays(today, -days));
    const ids = over.map(({ organizationId }) => organizationId);
    if (ids.length > 0) await deletePositionsOfDay(database, ids, date);
  }
}
