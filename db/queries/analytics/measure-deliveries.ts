import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { DeliverySums } from "@/server/domain/analytics/figures";
import {
  attemptsOf,
  IS_DELIVERED,
  isFirstAttempt,
  type KeyedRow,
  type MeasuredBy,
  type MeasuredPeriod,
  nameOf,
  PROMISED_UNTIL,
  REACHED_AT,
  zoneTable,
} from "./measured";

/** What came of a period's attempts, by key and as a whole. */
export async function measureDeliveries(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  measured: MeasuredBy = { by: null },
): Promise<(DeliverySums & KeyedRow)[]> {
  const rows = await tx.execute<DeliverySums & KeyedRow>(sql`
    with ${zoneTable(measured)}, made as materialized (${attemptsOf(organizationId, period, measured)}), tried as (
      select key, delivery_id, completed_at - created_at as taken, ${IS_DELIVERED} as is_delivered,
        coalesce(${REACHED_AT} <= ${PROMISED_UNTIL}, true) as is_on_time,
        row_number() over (partition by delivery_id order by completed_at desc) as back,
        ${isFirstAttempt(organizationId)} as is_first
      from made
    ), summed as (
      select grouping(key) = 1 as "isTotal", key, count(distinct delivery_id)::int as "deliveries",
        count(*)::int as "attempts", (count(*) filter (where is_delivered))::int as "delivered",
        (count(*) filter (where is_delivered and is_on_time))::int as "onTime",
        (count(*) filter (where back = 1 and not is_delivered))::int as "failed",
        (count(*) filter (where is_first))::int as "firstAttempts",
        (count(*) filter (where is_first and is_delivered))::int as "firstDelivered",
        (count(*) filter (where is_delivered and taken >= interval '0'))::int as "timed",
        coalesce(sum(extract(epoch from taken)) filter (where is_delivered and taken >= interval '0'), 0)::float8
          as "deliverSeconds"
      from tried group by grouping sets ((key), ())
    )
    select *, ${nameOf(measured, organizationId)} as name from summed order by "isTotal", key`);
  return [...rows];
}

export interface EvidenceMeasures {
  readonly withPicture: number;
  readonly medianSeconds: number | null;
  readonly inTime: number;
}

/** How soon after a delivery its first picture was with us, of those delivered in the period (`proof_route`). */
export async function measureEvidence(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  inTimeSeconds: number,
): Promise<EvidenceMeasures> {
  const [row] = await tx.execute<EvidenceMeasures & Record<string, unknown>>(sql`
    with made as materialized (${attemptsOf(organizationId, period)}), seen as (
      select proof.route_id, visit.id as visit_id, min(proof.received_at) as first_at
      from (select distinct route_id from made) driven
      join proof on proof.organization_id = ${organizationId} and proof.route_id = driven.route_id
        and proof.status in ('quarantined', 'verified') and proof.received_at is not null
      cross join unnest(proof.visit_ids) as visit(id)
      group by proof.route_id, visit.id
    ), late as (
      select greatest(0, extract(epoch from seen.first_at - made.completed_at)) as seconds
      from made join seen using (route_id, visit_id) where ${IS_DELIVERED}
    )
    select count(*)::int as "withPicture",
      (percentile_cont(0.5) within group (order by seconds))::float8 as "medianSeconds",
      (count(*) filter (where seconds <= ${inTimeSeconds}))::int as "inTime"
    from late`);
  return row!;
}
