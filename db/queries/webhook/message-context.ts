import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";

export type DeliveryContext = {
  readonly deliveryId: string;
  readonly projectId: string;
  /** Where it is planned, or where it was last tried. */
  readonly routeId: string | null;
  readonly driverId: string | null;
  /** Why it was not delivered, when it was last tried. */
  readonly reason: string | null;
};

/** Whose deliveries are, and who has them, or had them last (indexes `delivery_visit_delivery`, `stop_visit`, `stop_run_delivery`). */
export async function loadDeliveryContexts(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<DeliveryContext[]> {
  if (deliveryIds.length === 0) return [];
  const rows = await tx.execute<DeliveryContext>(sql`
    select d.id as "deliveryId", d.project_id as "projectId", r.id as "routeId", dd.driver_id as "driverId", ran.reason
    from delivery d
    left join lateral (
      select s.route_id from delivery_visit v
      join stop s on s.organization_id = v.organization_id and s.visit_id = v.id
      where v.organization_id = d.organization_id and v.delivery_id = d.id order by v.role limit 1) planned on true
    left join lateral (
      select sr.route_id, sr.completion->>'reason' as reason from stop_run sr
      where sr.organization_id = d.organization_id and sr.delivery_id = d.id and sr.completed_at is not null
      order by sr.completed_at desc limit 1) ran on true
    left join route r on r.organization_id = d.organization_id and r.id = coalesce(planned.route_id, ran.route_id)
    left join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    where d.organization_id = ${organizationId} and d.id = any(${idArray(deliveryIds)})`);
  return [...rows];
}

export type RouteContext = { readonly routeId: string; readonly projectId: string; readonly driverId: string };

/** Whose routes are, and who drives them. */
export async function loadRouteContexts(
  tx: Tx,
  organizationId: string,
  routeIds: readonly string[],
): Promise<RouteContext[]> {
  if (routeIds.length === 0) return [];
  const rows = await tx.execute<RouteContext>(sql`
    select r.id as "routeId", p.project_id as "projectId", dd.driver_id as "driverId"
    from route r
    join plan p on p.organization_id = r.organization_id and p.id = r.plan_id
    join driver_day dd on dd.organization_id = r.organization_id and dd.id = r.driver_day_id
    where r.organization_id = ${organizationId} and r.id = any(${idArray(routeIds)})`);
  return [...rows];
}

/** Those of these pictures that a program has registered as evidence of a door, under the same ids. */
export async function findRegisteredProofIds(
  tx: Tx,
  organizationId: string,
  proofIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (proofIds.length === 0) return new Set();
  const rows = await tx.execute<{ id: string }>(sql`
    select id from upload
    where organization_id = ${organizationId} and id = any(${idArray(proofIds)})
      and visit_id is not null and position is not null`);
  return new Set([...rows].map(({ id }) => id));
}
