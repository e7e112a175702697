import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { LastPosition } from "@/server/domain/position/position-fix";
import type { TrackPoint } from "@/server/domain/position/simplify-track";
import { READING } from "./record-positions";

/** Channel on which last positions say that they have moved; the payload is the organization's id. */
export const POSITION_CHANNEL = "dray_position";

export interface PositionScope {
  readonly planId?: string;
  readonly projectId?: string;
}

/** Last positions changed after a number, within a plan's routes or a project's drivers, and the number to ask from next. */
export async function listLastPositions(tx: Tx, organizationId: string, afterSeq: number, scope: PositionScope) {
  const rows = await tx.execute<LastPosition & Record<string, unknown>>(sql`
    select p.driver_id as "driverId", p.route_id as "routeId", r.plan_id as "planId", d.project_id as "projectId",
      p.change_seq::float8 as "changeSeq", ${READING}
    from last_position p
    join driver d on d.organization_id = p.organization_id and d.id = p.driver_id
    left join route r on r.organization_id = p.organization_id and r.id = p.route_id
    where p.organization_id = ${organizationId} and p.change_seq > ${afterSeq}
      and ${scope.planId ? sql`r.plan_id = ${scope.planId}` : sql`true`}
      and ${scope.projectId ? sql`d.project_id = ${scope.projectId}` : sql`true`}`);
  const positions: readonly LastPosition[] = [...rows];
  return { positions, lastSeq: positions.reduce((last, { changeSeq }) => Math.max(last, changeSeq), afterSeq) };
}

/** The number of the newest change of last positions; 0 before the first. */
export async function lastPositionSeq(tx: Tx, organizationId: string): Promise<number> {
  const [row] = await tx.execute<{ lastSeq: number }>(
    sql`select last_seq::float8 as "lastSeq" from position_sequence where organization_id = ${organizationId}`,
  );
  return row?.lastSeq ?? 0;
}

/** A driver's believed fixes between two instants, oldest first (key of `position`); on one route when it is named. */
export async function listTrack(
  tx: Tx,
  organizationId: string,
  driverId: string,
  span: { readonly from: Date; readonly to: Date; readonly routeId?: string; readonly limit: number },
): Promise<TrackPoint[]> {
  const onRoute: SQL = span.routeId ? sql`route_id = ${span.routeId}` : sql`true`;
  const rows = await tx.execute<TrackPoint & Record<string, unknown>>(sql`
    select (extract(epoch from recorded_at) * 1000)::float8 as "recordedAtMs", lat, lng from "position"
    where organization_id = ${organizationId} and driver_id = ${driverId} and ${onRoute} and not is_jump
      and recorded_at >= ${span.from.toISOString()}::timestamptz and recorded_at < ${span.to.toISOString()}::timestamptz
    order by recorded_at limit ${span.limit}`);
  return [...rows];
}

/** Who was ever offered which of a plan's routes, by number of the route. */
export async function listRouteDrivers(tx: Tx, organizationId: string, planId: string) {
  const rows = await tx.execute<{ routeId: string; routeNumber: number; driverId: string }>(sql`
    select distinct r.id as "routeId", r.number as "routeNumber", a.driver_id as "driverId"
    from route r join assignment a on a.organization_id = r.organization_id and a.route_id = r.id
    where r.organization_id = ${organizationId} and r.plan_id = ${planId}
    order by r.number`);
  return [...rows];
}

/** The time zone of a driver's project. */
export async function findDriverZone(tx: Tx, organizationId: string, driverId: string): Promise<string | undefined> {
  const [row] = await tx.execute<{ timeZone: string }>(sql`
    select p.time_zone as "timeZone" from driver d
    join project p on p.organization_id = d.organization_id and p.id = d.project_id
    where d.organization_id = ${organizationId} and d.id = ${driverId}`);
  return row?.timeZone;
}
