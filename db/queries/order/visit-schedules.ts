import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";

/** When and by whom a visit is made, as it is planned. Instants are epoch milliseconds. */
export interface VisitSchedule extends Record<string, unknown> {
  readonly visitId: string;
  readonly driverName: string;
  readonly driverExternalId: string;
  readonly driverSerial: string;
  readonly vehicleRegistration: string;
  readonly vehicleLabel: string;
  /** 0-based place on its route. */
  readonly position: number;
  /** So often the route has gone back to load before it. */
  readonly reloadsBefore: number;
  readonly arriveAtMs: number;
  /** Service begins, after any wait for a window. */
  readonly startAtMs: number;
  readonly legMeters: number;
  readonly legSeconds: number;
  readonly timeZone: string;
}

/** The planned ones of these visits (index `stop_visit`). */
export async function loadVisitSchedules(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
): Promise<VisitSchedule[]> {
  if (visitIds.length === 0) return [];
  const at = (seconds: string) => sql`(extract(epoch from
    (p.date::timestamp at time zone p.time_zone) + ${sql.raw(seconds)} * interval '1 second') * 1000)::float8`;
  const rows = await tx.execute<VisitSchedule>(sql`
    select s.visit_id as "visitId", dr.name as "driverName", dr.external_id as "driverExternalId",
      dr.serial as "driverSerial", ve.registration as "vehicleRegistration", ve.label as "vehicleLabel", s.position,
      (select count(*)::int from stop b where b.organization_id = s.organization_id and b.plan_id = s.plan_id
        and b.route_id = s.route_id and b.position <= s.position and b.reload_seconds is not null) as "reloadsBefore",
      ${at("s.arrive_seconds")} as "arriveAtMs", ${at("s.start_seconds")} as "startAtMs",
      s.leg_meters as "legMeters", s.leg_seconds as "legSeconds", p.time_zone as "timeZone"
    from stop s
    join route r on r.organization_id = s.organization_id and r.id = s.route_id
    join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
    join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    join driver dr on dr.organization_id = dd.organization_id and dr.id = dd.driver_id
    join vehicle ve on ve.organization_id = dd.organization_id and ve.id = dd.vehicle_id
    where s.organization_id = ${organizationId} and s.visit_id = any(${idArray(visitIds)})`);
  return [...rows];
}
