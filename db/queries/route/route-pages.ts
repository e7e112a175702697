import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Which routes of all plans are wanted; all that is given must hold. */
export interface RouteQuery {
  /** By which of the two the list is ordered, and the span is meant. */
  readonly by: "created" | "updated";
  readonly from?: Date | undefined;
  /** Inclusive. */
  readonly to?: Date | undefined;
  /** Also those of days that are closed. */
  readonly withClosed: boolean;
}

/** Where a page ended: the last route's moment, to the microsecond (`2026-11-22T05:56:36.123456Z`), and its id. */
export interface RouteKey {
  readonly at: string;
  readonly id: string;
}

/** Routes newest first, after the last of the page before (indexes `route_created`, `route_updated`). */
export async function selectRoutePage(
  tx: Tx,
  organizationId: string,
  wanted: RouteQuery,
  after: RouteKey | undefined,
  limit: number,
): Promise<RouteKey[]> {
  const rows = await tx.execute<{ at: string; id: string }>(routePageSql(organizationId, wanted, after, limit));
  return [...rows];
}

/** The statement of `selectRoutePage`, apart so that its plan can be looked at. */
export function routePageSql(
  organizationId: string,
  { by, from, to, withClosed }: RouteQuery,
  after: RouteKey | undefined,
  limit: number,
): SQL {
  const at = by === "created" ? sql`r.created_at` : sql`r.updated_at`;
  const conditions = [sql`r.organization_id = ${organizationId}`];
  if (from) conditions.push(sql`${at} >= ${from.toISOString()}::timestamptz`);
  if (to) conditions.push(sql`${at} <= ${to.toISOString()}::timestamptz`);
  if (after) conditions.push(sql`(${at}, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  if (!withClosed) {
    conditions.push(sql`exists (select 1 from plan p
      where p.organization_id = r.organization_id and p.id = r.plan_id and p.status <> 'closed')`);
  }
  return sql`
    select to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, r.id from route r where ${sql.join(conditions, sql` and `)}
    order by ${at} desc, r.id desc limit ${limit}`;
}
