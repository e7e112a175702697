import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { idArray } from "@/db/queries/json-param";

/** Deletes those of the locations that no visit and no depot uses any more. */
export async function removeUnusedLocations(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    delete from location l where l.organization_id = ${organizationId} and l.id = any(${idArray(ids)})
      and not exists (select 1 from delivery_visit v where v.organization_id = l.organization_id and v.location_id = l.id)
      and not exists (select 1 from depot d where d.organization_id = l.organization_id and d.location_id = l.id)`);
}

/** Deletes doors; whatever is on a route refuses to go. */
export async function deleteVisits(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(
    sql`delete from delivery_visit where organization_id = ${organizationId} and id = any(${idArray(ids)})`,
  );
}

/** Deletes the items of deliveries. */
export async function deleteItemsOf(tx: Tx, organizationId: string, deliveryIds: readonly string[]): Promise<void> {
  if (deliveryIds.length === 0) return;
  await tx.execute(
    sql`delete from delivery_item where organization_id = ${organizationId} and delivery_id = any(${idArray(deliveryIds)})`,
  );
}

/** Deletes deliveries with their doors and items. */
export async function deleteDeliveryRows(tx: Tx, organizationId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`delete from delivery where organization_id = ${organizationId} and id = any(${idArray(ids)})`);
}

/** A route that has lost stops, in its new version. */
export interface ShortenedRoute extends Record<string, unknown> {
  readonly routeId: string;
  readonly planId: string;
  readonly number: number;
  readonly version: number;
  readonly removedVisitIds: readonly string[];
}

/** Takes visits off their routes without a look at what becomes of these: for what is to be gone, whatever happened. */
export async function deleteStopsOf(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
): Promise<ShortenedRoute[]> {
  if (deliveryIds.length === 0) return [];
  const rows = await tx.execute<ShortenedRoute>(sql`
    with gone as (
      delete from stop s using delivery_visit v
      where s.organization_id = ${organizationId} and v.organization_id = s.organization_id and v.id = s.visit_id
        and v.delivery_id = any(${idArray(deliveryIds)})
      returning s.route_id, s.visit_id)
    update route r set version = r.version + 1
    from (select route_id, array_agg(visit_id) as visit_ids from gone group by route_id) g
    where r.organization_id = ${organizationId} and r.id = g.route_id
    returning r.id as "routeId", r.plan_id as "planId", r.number, r.version, g.visit_ids as "removedVisitIds"`);
  return [...rows];
}
