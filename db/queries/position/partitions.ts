import "server-only";
import { sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { addLocalDays } from "@/server/domain/time/local-date";
import { ROWS_AT_ONCE, untilNone } from "../until-none";

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

/** The UTC days for which there are partitions, oldest first. Outside any tenant. */
export async function listPositionDates({ raw }: Database): Promise<string[]> {
  const rows = await raw<{ date: string }[]>`
    select to_date(right(c.relname, 8), 'YYYYMMDD')::text as date
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'position'::regclass order by 1`;
  return rows.map(({ date }) => date);
}

/** Deletes one UTC day's positions of some organizations, a bounded number at once. Outside any tenant. */
export function deletePositionsOfDay({ raw }: Database, organizationIds: readonly string[], date: string) {
  const [begin, end] = [`${date}T00:00:00Z`, `${addLocalDays(date, 1)}T00:00:00Z`];
  // Both know the day: rows are named by their place within its partition.
  return untilNone(
    () => raw`
      delete from position where recorded_at >= ${begin} and recorded_at < ${end} and ctid = any(array(
        select ctid from position where organization_id = any(${[...organizationIds]}::uuid[])
          and recorded_at >= ${begin} and recorded_at < ${end} limit ${ROWS_AT_ONCE}))`,
  );
}

/**
 * Deletes where drivers were last, of those who have not been seen since the first day their organization keeps: who has
 * left, or does not drive any more. Outside any tenant.
 */
export async function deleteLastPositions(
  { raw }: Database,
  kept: readonly { readonly organizationId: string; readonly firstKept: string }[],
): Promise<void> {
  await raw`
    delete from last_position p
    using unnest(${kept.map(({ organizationId }) => organizationId)}::uuid[],
      ${kept.map(({ firstKept }) => `${firstKept}T00:00:00Z`)}::timestamptz[]) as k(organization_id, first_kept)
    where p.organization_id = k.organization_id and p.recorded_at < k.first_kept`;
}

/** How many positions of an organization are older than a UTC day, up to a number; with where drivers were last. */
export async function countPositionsBefore(
  tx: Tx,
  organizationId: string,
  firstKept: string,
  most: number,
): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from position where organization_id = ${organizationId}
        and recorded_at < ${`${firstKept}T00:00:00Z`}::timestamptz
      union all
      select 1 from last_position p where p.organization_id = ${organizationId}
        and p.recorded_at < ${`${firstKept}T00:00:00Z`}::timestamptz
        and not exists (select from position same where same.organization_id = p.organization_id
          and same.driver_id = p.driver_id and same.recorded_at = p.recorded_at)
      limit ${most}) old`);
  return row!.count;
}
