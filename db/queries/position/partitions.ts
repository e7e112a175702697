import "server-only";
import { sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";

/** Makes the partitions of these UTC days (`YYYY-MM-DD`) where they are missing. Best in a transaction of its own. */
export async function ensurePositionPartitions(tx: Tx, firstDay: string, lastDay: string): Promise<void> {
  await tx.execute(sql`select ensure_position_partitions(${firstDay}::date, ${lastDay}::date)`);
}

/**
 * Makes the partitions from one day to another and drops those before the first to be kept. Outside any tenant: a day is
 * everybody's. Returns how many were dropped; throws when readers hold one for more than some seconds.
 */
export async function keepPositionPartitions(
  database: Database,
  days: { readonly first: string; readonly last: string; readonly firstKept: string },
): Promise<number> {
  await database.raw`select ensure_position_partitions(${days.first}::date, ${days.last}::date)`;
  const [row] = await database.raw<{ dropped: number }[]>`
    select drop_position_partitions(${days.firstKept}::date) as dropped`;
  return row!.dropped;
}
