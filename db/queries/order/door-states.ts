import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray, textArray } from "@/db/queries/json-param";
import type { DriverOp } from "@/server/domain/execution/driver-op";
import type { Completion } from "@/server/domain/execution/run-state";
import type { DoorStanding } from "@/server/domain/order/door-standing";

export interface DoorState extends Record<string, unknown> {
  readonly visitId: string;
  readonly deliveryId: string;
  readonly standing: DoorStanding;
  /** Its plan's zone, or its project's. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly arrivedAtMs: number | null;
  readonly completedAtMs: number | null;
  readonly completion: Completion | null;
  /** Where its driver said that he was there. */
  readonly arrivedAt: DriverOp["position"] | null;
  readonly lat: number | null;
  readonly lng: number | null;
  /** It has been given to a driver, or is over. */
  readonly isSent: boolean;
  readonly hasProofs: boolean;
}

/** How doors stand (indexes `delivery_visit`'s key, `stop_visit`, `stop_run_delivery`). */
export async function loadDoorStates(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
): Promise<DoorState[]> {
  if (visitIds.length === 0) return [];
  const rows = await tx.execute<DoorState>(sql`
    select v.id as "visitId", v.delivery_id as "deliveryId", ${STANDING} as standing,
      coalesce(p.time_zone, pr.time_zone) as "timeZone",
      (extract(epoch from sr.arrived_at) * 1000)::float8 as "arrivedAtMs",
      (extract(epoch from sr.completed_at) * 1000)::float8 as "completedAtMs", sr.completion,
      (select o.act->'position' from driver_op o
        where o.organization_id = sr.organization_id and o.route_id = sr.route_id and o.type = 'arrive'
          and o.act->>'visitId' = v.id::text and o.verdict = 'applied'
        order by o.occurred_at limit 1) as "arrivedAt",
      l.lat, l.lng, d.status not in ('requested', 'scheduled') as "isSent",
      (jsonb_array_length(coalesce(sr.completion->'proofIds', '[]')) > 0
        or exists (select 1 from pod where pod.organization_id = v.organization_id and pod.visit_id = v.id)) as "hasProofs"
    from ${DOORS}
    left join plan p on p.organization_id = sr.organization_id and p.id = sr.plan_id
    join project pr on pr.organization_id = d.organization_id and pr.id = d.project_id
    join location l on l.organization_id = v.organization_id and l.id = v.location_id
    where v.organization_id = ${organizationId} and v.id = any(${idArray(visitIds)})`);
  return [...rows];
}

export interface DoorQuery {
  readonly from?: string;
  /** The last day, inclusive. */
  readonly to?: string;
  readonly standings?: readonly DoorStanding[];
  readonly visitIds?: readonly string[];
}

/** Where a list of doors goes on. */
export interface DoorPlace extends Record<string, unknown> {
  readonly date: string | null;
  readonly deliveryId: string;
  readonly visitId: string;
  readonly role: "pickup" | "dropoff";
}

/** Doors of days, or those named, by day and delivery, after the last of the page before (index `delivery_service_date`). */
export async function selectDoors(
  tx: Tx,
  organizationId: string,
  wanted: DoorQuery,
  after: Omit<DoorPlace, "visitId"> | undefined,
  limit: number,
): Promise<DoorPlace[]> {
  const rows = await tx.execute<DoorPlace>(doorsSql(organizationId, wanted, after, limit));
  return [...rows];
}

/** The statement of `selectDoors`, apart so that its plan can be looked at. */
export function doorsSql(
  organizationId: string,
  { from, to, standings, visitIds }: DoorQuery,
  after: Omit<DoorPlace, "visitId"> | undefined,
  limit: number,
): SQL {
  const conditions = [sql`d.organization_id = ${organizationId} and d.withdrawn_at is null`];
  if (from !== undefined) conditions.push(sql`d.service_date >= ${from}`);
  if (to !== undefined) conditions.push(sql`d.service_date <= ${to}`);
  if (visitIds) conditions.push(sql`v.id = any(${idArray(visitIds)})`);
  if (standings) conditions.push(sql`${STANDING} = any(${textArray(standings)})`);
  if (after) {
    const day = sql`coalesce(d.service_date, date 'infinity')`;
    const place = sql`(coalesce(${after.date}::date, date 'infinity'), ${after.deliveryId}::uuid, ${after.role}::text)`;
    conditions.push(sql`(${day}, d.id, v.role) > ${place}`);
    // The row comparison alone would read the days before again.
    if (after.date !== null) conditions.push(sql`(d.service_date >= ${after.date} or d.service_date is null)`);
  }
  return sql`
    select d.service_date::text as date, d.id as "deliveryId", v.id as "visitId", v.role from ${DOORS}
    where ${sql.join(conditions, sql` and `)}
    order by d.service_date, d.id, v.role limit ${limit}`;
}

/** Doors with their deliveries and how they went on the route they are on, or were on last. */
const DOORS = sql`delivery_visit v
    join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
    left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
    left join lateral (
      select r.* from stop_run r
      where r.organization_id = v.organization_id and r.delivery_id = v.delivery_id and r.visit_id = v.id
        and d.status not in ('requested', 'cancelled') and (s.id is null or r.route_id = s.route_id)
      order by r.updated_at desc limit 1) sr on true`;

const STANDING = sql`case
      when d.status = 'requested' then case when d.declined_at is null then 'waiting' else 'declined' end
      when d.status = 'cancelled' then 'cancelled'
      when d.status = 'delivered' or sr.status in ('delivered', 'partial') then 'done'
      when d.status in ('failed', 'returned') or sr.status in ('failed', 'attempted') then 'failed'
      when sr.arrived_at is not null then 'at-door'
      when d.status = 'enroute' or sr.departed_at is not null then 'underway'
      else 'planned' end`;
