import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { jsonParam } from "@/db/queries/json-param";
import { leadError } from "@/db/schema/tracking";
import type { LeadErrors } from "@/server/domain/tracking/lead-errors";

/** How far an organization's expectations are off, as last measured; empty until there is enough to measure. */
export async function findLeadErrors(tx: Tx, organizationId: string): Promise<LeadErrors> {
  return tx
    .select({
      leadMinutes: leadError.leadMinutes,
      p10Seconds: leadError.p10Seconds,
      p90Seconds: leadError.p90Seconds,
    })
    .from(leadError)
    .where(eq(leadError.organizationId, organizationId))
    .orderBy(leadError.leadMinutes);
}

/** When they were measured; undefined: never. */
export async function findLeadErrorsMeasuredAt(tx: Tx, organizationId: string): Promise<Date | undefined> {
  const [row] = await tx
    .select({ at: leadError.updatedAt })
    .from(leadError)
    .where(eq(leadError.organizationId, organizationId))
    .limit(1);
  return row?.at;
}

/** Puts what was measured in the place of what was there. */
export async function replaceLeadErrors(
  tx: Tx,
  organizationId: string,
  errors: LeadErrors,
  updatedAt: Date,
): Promise<void> {
  await tx.delete(leadError).where(eq(leadError.organizationId, organizationId));
  await bulkInsert(
    tx,
    leadError,
    errors.map((each) => ({
      organizationId,
      leadMinutes: each.leadMinutes,
      p10Seconds: Math.round(each.p10Seconds),
      p90Seconds: Math.round(each.p90Seconds),
      updatedAt,
    })),
  );
}

/**
 * Reached − expected in seconds, by how long before it was expected so, of the newest stops reached on days since then
 * (`stop_run_plan`, key of `arrival_history`: one step into the history per stop and lead).
 */
export async function listArrivalErrors(
  tx: Tx,
  organizationId: string,
  leadMinutes: readonly number[],
  sinceDate: string,
  mostStops: number,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await tx.execute<{ leadMinutes: number; errors: number[] }>(sql`
    select lead.minutes as "leadMinutes",
      json_agg(extract(epoch from reached.arrived_at - expected.arrive_at)::float8) as errors
    from (
      select s.route_id, s.visit_id, s.arrived_at
      from plan p join stop_run s on s.organization_id = p.organization_id and s.plan_id = p.id
      where p.organization_id = ${organizationId} and p.date >= ${sinceDate} and s.arrived_at is not null
      order by s.arrived_at desc limit ${mostStops}
    ) reached
    cross join jsonb_array_elements_text(${jsonParam(leadMinutes)}) as named(minutes)
    cross join lateral (select named.minutes::int as minutes) lead
    cross join lateral (
      select h.arrive_at from arrival_history h
      where h.organization_id = ${organizationId} and h.route_id = reached.route_id and h.visit_id = reached.visit_id
        and h.made_at <= reached.arrived_at - make_interval(mins => lead.minutes)
      order by h.made_at desc limit 1
    ) expected
    group by lead.minutes`);
  return new Map(rows.map(({ leadMinutes: minutes, errors }) => [minutes, errors]));
}
