import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";

/** The run that is at work on each of these plans, by the number of the planning it is of (index `optimization_active`). */
export async function selectRunningOptimizations(
  tx: Tx,
  organizationId: string,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (planIds.length === 0) return new Map();
  const rows = await tx.execute<{ planId: string; number: number }>(
    running(organizationId, sql`o.plan_id = any(${idArray(planIds)})`),
  );
  return new Map([...rows].map(({ planId, number }) => [planId, number]));
}

/** A run that is at work on a day, or (null) on any; undefined while there is none. */
export async function findRunningOptimization(
  tx: Tx,
  organizationId: string,
  date: string | null,
): Promise<number | undefined> {
  const isOfDay = date === null ? sql`true` : sql`p.date = ${date}`;
  const rows = await tx.execute<{ number: number }>(sql`${running(organizationId, isOfDay)} limit 1`);
  return rows[0]?.number;
}

function running(organizationId: string, condition: SQL): SQL {
  return sql`
    select o.plan_id as "planId", coalesce(f.number, o.number) as number from optimization o
    join plan p on p.organization_id = o.organization_id and p.id = o.plan_id
    left join optimization f on f.organization_id = o.organization_id and f.id = o.first_id
    where o.organization_id = ${organizationId} and o.status in ('queued', 'running') and ${condition}`;
}
