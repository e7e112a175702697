import "server-only";
import type { Database } from "@/db/client";
import { ensurePositionPartitions } from "@/db/queries/position/partitions";
import {
  findLastPositions,
  insertPositions,
  type KnownPosition,
  type PositionRow,
  saveLastPositions,
} from "@/db/queries/position/record-positions";
import { withTenant } from "@/db/with-tenant";
import { flagJumps } from "@/server/domain/position/flag-jumps";
import type { PositionBatch } from "@/server/ports/position-sink";

/** Writes an organization's batches in one transaction: history, jumps flagged, and where each driver is now. */
export function createPositionGroupWriter(database: Database) {
  const readyDays = new Set<string>();
  return async (organizationId: string, batches: readonly PositionBatch[]): Promise<void> => {
    const byDriver = rowsByDriver(batches);
    await makeDaysReady(database, organizationId, readyDays, byDriver);
    await withTenant(database, organizationId, async (tx) => {
      const known = await findLastPositions(tx, organizationId, [...byDriver.keys()]);
      const moved: KnownPosition[] = [];
      const rows = [...byDriver].flatMap(([driverId, fixes]) => {
        const before = known.get(driverId) ?? { last: null, suspect: null };
        const { isJump, after } = flagJumps<PositionRow>(before, fixes);
        const { last, suspect } = after;
        if (last && (last !== before.last || suspect !== before.suspect)) moved.push({ driverId, last, suspect });
        return fixes.map((fix, index) => ({ ...fix, isJump: isJump[index]! }));
      });
      await insertPositions(tx, organizationId, rows);
      await saveLastPositions(tx, organizationId, moved);
    });
  };
}

/** Each driver's fixes, oldest first; of two for the same time the first. In the order of the ids. */
function rowsByDriver(batches: readonly PositionBatch[]): Map<string, PositionRow[]> {
  const rows = batches.flatMap(({ driverId, routeId, receivedAtMs, fixes }) =>
    fixes.map((fix): PositionRow => ({ ...fix, driverId, routeId, receivedAtMs })),
  );
  const byDriver = new Map<string, PositionRow[]>();
  for (const row of rows.sort(inOrderOfKey)) {
    const known = byDriver.get(row.driverId);
    if (!known) byDriver.set(row.driverId, [row]);
    else if (known.at(-1)!.recordedAtMs !== row.recordedAtMs) known.push(row);
  }
  return byDriver;
}

function inOrderOfKey(a: PositionRow, b: PositionRow): number {
  if (a.driverId !== b.driverId) return a.driverId < b.driverId ? -1 : 1;
  return a.recordedAtMs - b.recordedAtMs;
}

/** Partitions are there ahead of time; a phone that was off for days, or a new installation, may need others. */
async function makeDaysReady(
  database: Database,
  organizationId: string,
  readyDays: Set<string>,
  byDriver: ReadonlyMap<string, readonly PositionRow[]>,
): Promise<void> {
  const days = new Set<string>();
  for (const fixes of byDriver.values()) {
    for (const each of fixes) days.add(new Date(each.recordedAtMs).toISOString().slice(0, 10));
  }
  const missing = [...days].filter((day) => !readyDays.has(day)).sort();
  if (missing.length === 0) return;
  await withTenant(database, organizationId, async (tx) => {
    for (const day of missing) await ensurePositionPartitions(tx, day, day);
  });
  for (const day of missing) readyDays.add(day);
}
