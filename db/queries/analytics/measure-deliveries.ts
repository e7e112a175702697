import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

export interface MeasuredPeriod {
  /** The plans' own dates, both included. */
  readonly fromDate: string;
  readonly toDate: string;
  readonly partnerId?: string | undefined;
  readonly driverId?: string | undefined;
}

export interface DeliveryMeasures {
  readonly deliveries: number;
  readonly attempts: number;
  readonly delivered: number;
  readonly onTime: number;
  /** Whose last attempt of the period did not deliver. */
  readonly failed: number;
  /** From the order to the door, of what was delivered. */
  readonly averageDeliverSeconds: number | null;
}

/** Every ended attempt at a delivery's last door on the period's days (`stop_run_plan` per day). */
const attemptsOf = (organizationId: string, { fromDate, toDate, partnerId, driverId }: MeasuredPeriod) => sql`
  select run.route_id, run.visit_id, run.delivery_id, run.status, run.arrived_at, run.completed_at, run.completion,
    d.created_at, v.windows, p.date, p.time_zone
  from plan p
  join stop_run run on run.organization_id = p.organization_id and run.plan_id = p.id
  join delivery d on d.organization_id = run.organization_id and d.id = run.delivery_id
  join delivery_visit v on v.organization_id = run.organization_id and v.id = run.visit_id
  join route r on r.organization_id = run.organization_id and r.id = run.route_id
  join driver_day day on day.organization_id = r.organization_id and day.id = r.driver_day_id
  where p.organization_id = ${organizationId} and p.date between ${fromDate} and ${toDate}
    and run.completed_at is not null and (v.role = 'dropoff' or d.kind = 'pickup')
    ${partnerId ? sql`and d.partner_id = ${partnerId}` : sql``}
    ${driverId ? sql`and day.driver_id = ${driverId}` : sql``}`;

/**
 * How often was tried, what came of it, and whether in time: reached by the end of the last window that held that day;
 * where none did, the day itself was the promise.
 */
export async function measureDeliveries(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
): Promise<DeliveryMeasures> {
  const [row] = await tx.execute<DeliveryMeasures & Record<string, unknown>>(sql`
    with tried as (
      select tried.*, tried.status in ('delivered', 'partial') as is_delivered,
        row_number() over (partition by tried.delivery_id order by tried.completed_at desc) as back,
        (select max((tried.date + make_interval(secs => (w ->> 'toSeconds')::int)) at time zone tried.time_zone)
          from jsonb_array_elements(tried.windows) w
          where w ->> 'date' is null or (w ->> 'date')::date = tried.date) as promised_until
      from (${attemptsOf(organizationId, period)}) tried
    )
    select count(distinct delivery_id)::int as "deliveries", count(*)::int as "attempts",
      (count(*) filter (where is_delivered))::int as "delivered",
      (count(*) filter (where is_delivered
        and coalesce(coalesce(arrived_at, completed_at) <= promised_until, true)))::int as "onTime",
      (count(*) filter (where back = 1 and not is_delivered))::int as "failed",
      (avg(extract(epoch from completed_at - created_at)) filter (where is_delivered))::float8 as "averageDeliverSeconds"
    from tried`);
  return row!;
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
    select count(*)::int as "withPicture",
      (percentile_cont(0.5) within group (order by late.seconds))::float8 as "medianSeconds",
      (count(*) filter (where late.seconds <= ${inTimeSeconds}))::int as "inTime"
    from (${attemptsOf(organizationId, period)}) made
    cross join lateral (
      select greatest(0, extract(epoch from min(proof.received_at) - made.completed_at)) as seconds
      from proof where proof.organization_id = ${organizationId} and proof.route_id = made.route_id
        and made.visit_id = any (proof.visit_ids) and proof.status in ('quarantined', 'verified')
        and proof.received_at is not null
      having count(*) > 0
    ) late
    where made.status in ('delivered', 'partial')`);
  return row!;
}

export interface ExpectationMeasures {
  readonly stops: number;
  readonly meanErrorSeconds: number | null;
  readonly close: number;
}

/** How far off was, when a stop was reached, what had been expected so long before (a step into its history each). */
export async function measureExpectations(
  tx: Tx,
  organizationId: string,
  period: MeasuredPeriod,
  { leadMinutes, closeSeconds }: { readonly leadMinutes: number; readonly closeSeconds: number },
): Promise<ExpectationMeasures> {
  const [row] = await tx.execute<ExpectationMeasures & Record<string, unknown>>(sql`
    select count(*)::int as "stops", avg(error)::float8 as "meanErrorSeconds",
      (count(*) filter (where error <= ${closeSeconds}))::int as "close"
    from (${attemptsOf(organizationId, period)}) made
    cross join lateral (
      select abs(extract(epoch from made.arrived_at - h.arrive_at)) as error
      from arrival_history h
      where h.organization_id = ${organizationId} and h.route_id = made.route_id and h.visit_id = made.visit_id
        and h.made_at <= made.arrived_at - make_interval(mins => ${leadMinutes})
      order by h.made_at desc limit 1
    ) expected
    where made.arrived_at is not null`);
  return row!;
}
