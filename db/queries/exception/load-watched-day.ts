import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { WatchedAct, WatchedArrival, WatchedOutcome, WatchedRoute } from "@/server/domain/exception/watched-day";
import type { VisitTask } from "@/server/domain/order/delivery-schema";

/** A route as it is watched, its start still in seconds of its day. */
export type WatchedRouteRow = Omit<WatchedRoute, "plannedStartMs"> & { readonly startSeconds: number };
/** An outcome with what its proof and place are judged by. */
export type WatchedOutcomeRow = Omit<WatchedOutcome, "lacksProof" | "offMeters"> & {
  readonly tasks: readonly VisitTask[];
  readonly proofs: number;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly position: { readonly lat: number; readonly lng: number; readonly accuracyMeters?: number } | null;
};

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);

/** Everything the rules look at, as it is stored: four statements, each by a plan's index. */
export async function loadWatchedDay(tx: Tx, organizationId: string, planId: string) {
  const [routes, arrivals, outcomes, acts] = await Promise.all([
    tx.execute<{ row: WatchedRouteRow }>(routesOf(organizationId, planId)),
    tx.execute<{ row: WatchedArrival }>(arrivalsOf(organizationId, planId)),
    tx.execute<{ row: WatchedOutcomeRow }>(outcomesOf(organizationId, planId)),
    tx.execute<{ row: WatchedAct }>(actsOf(organizationId, planId)),
  ]);
  return {
    routes: [...routes].map(({ row }) => row),
    arrivals: [...arrivals].map(({ row }) => row),
    outcomes: [...outcomes].map(({ row }) => row),
    acts: [...acts].map(({ row }) => row),
  };
}

const routesOf = (organizationId: string, planId: string) => sql`
  select jsonb_build_object('routeId', r.id, 'number', r.number, 'status', r.status,
    'driverId', coalesce(link.driver_id, dd.driver_id), 'startSeconds', r.start_seconds,
    'stops', (select count(*) from stop s where s.organization_id = r.organization_id and s.plan_id = r.plan_id
      and s.route_id = r.id),
    'link', case when link.id is not null then jsonb_build_object('status', link.status,
      'sentAtMs', ${ms("link.created_at")}, 'openedAtMs', ${ms("link.opened_at")}, 'declineReason', said.reason) end,
    'startedAtMs', ${ms("run.started_at")},
    'isOnBreak', coalesce(run.breaks @> '[{"toMs": null}]', false),
    'seen', case when seen.recorded_at is not null then jsonb_build_object(
      'recordedAtMs', ${ms("seen.recorded_at")}, 'batteryPercent', seen.battery_percent) end) as row
  from route r
  join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
  left join route_run run on run.organization_id = r.organization_id and run.route_id = r.id
  left join lateral (
    select * from assignment a where a.organization_id = r.organization_id and a.route_id = r.id
    order by a.id desc limit 1) link on true
  left join lateral (
    select o.act ->> 'reason' as reason from driver_op o
    where o.organization_id = r.organization_id and o.route_id = r.id and o.type = 'decline'
    order by o.occurred_at desc limit 1) said on true
  left join last_position seen on seen.organization_id = r.organization_id
    and seen.driver_id = coalesce(link.driver_id, dd.driver_id)
    and (seen.route_id = r.id or seen.recorded_at >= run.started_at)
  where r.organization_id = ${organizationId} and r.plan_id = ${planId}`;

const arrivalsOf = (organizationId: string, planId: string) => sql`
  select jsonb_build_object('routeId', a.route_id, 'visitId', a.visit_id, 'expectedAtMs',
    case when v.window_semantics = 'finish' then ${ms("a.depart_at")} else ${ms("a.start_at")} end, 'lateSeconds', a.late_seconds, 'priority', d.priority) as row
  from stop_arrival a
  join delivery_visit v on v.organization_id = a.organization_id and v.id = a.visit_id
  join delivery d on d.organization_id = v.organization_id and d.id = v.delivery_id
  where a.organization_id = ${organizationId} and a.plan_id = ${planId} and a.late_seconds > 0`;

const outcomesOf = (organizationId: string, planId: string) => sql`
  select jsonb_build_object('routeId', run.route_id, 'visitId', run.visit_id, 'deliveryId', run.delivery_id,
    'isUndecided', d.status = 'failed', 'outcome', run.status, 'reason', run.completion ->> 'reason',
    'attempts', (select count(*) from stop_run other where other.organization_id = run.organization_id
      and other.delivery_id = run.delivery_id and other.visit_id = run.visit_id
      and other.status in ('failed', 'attempted')),
    'tasks', v.tasks, 'proofs', coalesce(jsonb_array_length(run.completion -> 'proofIds'), 0),
    'lat', l.lat, 'lng', l.lng, 'position', run.completion -> 'position',
    'review', case when p.state <> 'pending' then jsonb_build_object('state', p.state, 'note', p.note,
      'reviewerId', p.reviewer_id, 'reviewedBy', p.reviewed_by) end,
    'rating', case when g.stars is not null then jsonb_build_object('stars', g.stars, 'comment', g.comment) end) as row
  from stop_run run
  join delivery d on d.organization_id = run.organization_id and d.id = run.delivery_id
  join delivery_visit v on v.organization_id = run.organization_id and v.id = run.visit_id
  join location l on l.organization_id = v.organization_id and l.id = v.location_id
  left join delivery_rating g on g.organization_id = run.organization_id and g.delivery_id = run.delivery_id
    and (d.kind <> 'pair' or v.role = 'dropoff')
  left join proof_review p on p.organization_id = run.organization_id and p.route_id = run.route_id
    and p.visit_id = run.visit_id and p.op_id = (run.completion ->> 'opId')::uuid
  where run.organization_id = ${organizationId} and run.plan_id = ${planId} and run.completion is not null
    and run.status in ('delivered', 'partial', 'failed', 'attempted')`;

const actsOf = (organizationId: string, planId: string) => sql`
  select jsonb_build_object('opId', o.id, 'routeId', o.route_id,
    'visitId', coalesce(o.act ->> 'visitId', o.act -> 'visitIds' ->> 0),
    'what', case when o.verdict = 'rejected' then 'refused' else 'report' end,
    'kind', case when o.verdict = 'rejected' then o.type else o.act ->> 'kind' end,
    'reason', o.rejection, 'note', coalesce(o.act ->> 'note', '')) as row
  from driver_op o
  join route r on r.organization_id = o.organization_id and r.id = o.route_id
  where o.organization_id = ${organizationId} and r.plan_id = ${planId}
    and (o.verdict = 'rejected' or o.type = 'report')`;
