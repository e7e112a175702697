import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AssignmentStage } from "@/server/domain/partner/assignment-stage";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { PartnerAssignmentRow } from "./handovers";

export type DeskAssignmentRow = Pick<PartnerAssignmentRow, "id" | "kind" | "status" | "reference" | "deliveryIds"> & {
  readonly stage: AssignmentStage;
  /** Of a route of one of its drivers. */
  readonly routeNumber: number | null;
  readonly driverName: string | null;
  /** The day it is meant for; null: any. */
  readonly date: string | null;
};

interface Wanted {
  readonly date: string | null;
  readonly stage: AssignmentStage;
  readonly limit: number;
}

/** A route that was sent waits for its driver's yes, until it is driven all the same. */
const ASSIGNMENTS = (organizationId: string, partnerId: string) => sql`
  select h.id, 'handover' as kind, h.status, h.reference, null::int as "routeNumber", null as "driverName",
    h.delivery_id as "deliveryId", null::uuid as "planId",
    case h.status when 'awaited' then 'waiting' when 'accepted' then 'open' else 'ended' end as stage,
    d.service_date::text as date
  from partner_handover h
  join delivery d on d.organization_id = h.organization_id and d.id = h.delivery_id
  where h.organization_id = ${organizationId} and h.partner_id = ${partnerId}
    and h.status in ('awaited', 'accepted', 'done', 'given-back', 'withdrawn')
  union all
  select r.id, 'route', r.status, '', r.number, dr.name, null, p.id,
    case when r.status = 'finished' then 'ended' when r.status = 'dispatched' and answer.status = 'offered' then 'waiting'
      else 'open' end,
    p.date::text
  from driver dr
  join driver_day dd on dd.organization_id = dr.organization_id and dd.driver_id = dr.id
  join route r on r.organization_id = dd.organization_id and r.driver_day_id = dd.id
  join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
  left join lateral (
    select a.status from assignment a
    where a.organization_id = r.organization_id and a.route_id = r.id and a.status <> 'revoked'
    order by a.id desc limit 1) answer on true
  where dr.organization_id = ${organizationId} and dr.partner_id = ${partnerId} and r.status <> 'planned'`;

/**
 * A partner's assignments of a stage and perhaps a day, those of the nearest day first, of ended ones the latest (indexes
 * `partner_handover_partner`, `driver_partner`, `driver_day_driver`, `route_driver_day`, `assignment_route`,
 * `stop_plan_route_position`).
 */
export async function selectDeskAssignments(
  tx: Tx,
  organizationId: string,
  partnerId: string,
  { date, stage, limit }: Wanted,
): Promise<DeskAssignmentRow[]> {
  const order = stage === "ended" ? sql`date desc nulls last, id desc` : sql`date nulls last, id`;
  const rows = await tx.execute<DeskAssignmentRow>(sql`
    select a.id, a.kind, a.status, a.stage, a.reference, a."routeNumber", a."driverName", a.date,
      coalesce(doors.ids, json_build_array(a."deliveryId")) as "deliveryIds"
    from (
      select * from (${ASSIGNMENTS(organizationId, partnerId)}) every
      where stage = ${stage} and (${date}::text is null or date = ${date})
      order by ${order} limit ${limit}) a
    left join lateral (
      select coalesce(json_agg(delivery_id order by first), '[]') as ids from (
        select v.delivery_id, min(s.position) as first from stop s
        join delivery_visit v on v.organization_id = s.organization_id and v.id = s.visit_id
        where s.organization_id = ${organizationId} and s.plan_id = a."planId" and s.route_id = a.id
        group by v.delivery_id) each) doors on a.kind = 'route'
    order by ${order}`);
  return [...rows];
}

/** How many wait for the partner's answer. */
export async function countWaitingAssignments(tx: Tx, organizationId: string, partnerId: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from (${ASSIGNMENTS(organizationId, partnerId)}) every where stage = 'waiting'`);
  return row?.count ?? 0;
}

/** A partner's drivers and vehicles by name, what is not in use any more left out (index `driver_partner`). */
export async function selectPartnerFleet(tx: Tx, organizationId: string, partnerId: string) {
  const drivers = await tx.execute<{
    id: string;
    version: number;
    name: string;
    phone: string;
    email: string;
    status: "active" | "inactive";
    vehicleId: string | null;
  }>(sql`
    select id, version, name, phone, email, status, vehicle_id as "vehicleId" from driver
    where organization_id = ${organizationId} and partner_id = ${partnerId} and status <> 'archived' order by name, id`);
  const vehicles = await tx.execute<{
    id: string;
    version: number;
    label: string;
    registration: string;
    profile: TravelProfile;
  }>(sql`
    select id, version, label, registration, profile from vehicle
    where organization_id = ${organizationId} and partner_id = ${partnerId} and status <> 'retired' order by label, id`);
  return { drivers: [...drivers], vehicles: [...vehicles] };
}
