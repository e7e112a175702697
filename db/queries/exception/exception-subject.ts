import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

type Subject = {
  readonly planId: string | null;
  readonly routeId: string | null;
  readonly driverId: string | null;
  readonly deliveryId: string | null;
  readonly visitId: string | null;
  readonly routeNumber: number | null;
};

const NOTHING: Subject = {
  planId: null,
  routeId: null,
  driverId: null,
  deliveryId: null,
  visitId: null,
  routeNumber: null,
};

/** Where a delivery is planned, or whose a route is; undefined when what is named does not exist. */
export async function findExceptionSubject(
  tx: Tx,
  organizationId: string,
  {
    deliveryId,
    externalId,
    routeId,
  }: {
    readonly deliveryId?: string | undefined;
    readonly externalId?: string | undefined;
    readonly routeId?: string | undefined;
  },
): Promise<Subject | undefined> {
  if (deliveryId || externalId) {
    const [row] = await tx.execute<Subject & Record<string, unknown>>(sql`
      select coalesce(r.plan_id, p.id) as "planId", r.id as "routeId", dd.driver_id as "driverId", d.id as "deliveryId",
        v.id as "visitId", r.number as "routeNumber"
      from delivery d
      join delivery_visit v on v.organization_id = d.organization_id and v.delivery_id = d.id
      left join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
      left join route r on r.organization_id = s.organization_id and r.id = s.route_id
      left join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
      left join plan p on p.organization_id = d.organization_id and p.project_id = d.project_id
        and p.date = d.service_date
      where d.organization_id = ${organizationId} and ${deliveryId ? sql`d.id = ${deliveryId}` : sql`d.external_id = ${externalId}`} order by v.role limit 1`);
    return row;
  }
  if (!routeId) return NOTHING;
  const [row] = await tx.execute<Subject & Record<string, unknown>>(sql`
    select r.plan_id as "planId", r.id as "routeId", dd.driver_id as "driverId", r.number as "routeNumber",
      null as "deliveryId", null as "visitId"
    from route r join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    where r.organization_id = ${organizationId} and r.id = ${routeId}`);
  return row;
}
