import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { idArray, textArray } from "@/db/queries/json-param";
import { route, stop } from "@/db/schema/plan";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";

type RouteInsert = typeof route.$inferInsert;
export type RouteFiguresRow = Pick<
  RouteInsert,
  | "startSeconds"
  | "endSeconds"
  | "distanceMeters"
  | "driveSeconds"
  | "serviceSeconds"
  | "waitSeconds"
  | "lateStops"
  | "costCents"
  | "returnShape"
  | "returnLegMeters"
  | "returnLegSeconds"
  | "onRoads"
  | "version"
  | "updatedAt"
> & { id: string; isOptimized?: boolean };

/** Sets the figures of routes and puts these stops in the place of all they had. */
export async function replaceStops(
  tx: Tx,
  organizationId: string,
  routes: readonly RouteFiguresRow[],
  stops: readonly (typeof stop.$inferInsert)[],
): Promise<void> {
  if (routes.length === 0) return;
  await bulkUpdate(tx, route, organizationId, routes);
  const routeIds = idArray(routes.map((each) => each.id));
  await tx.execute(sql`delete from stop where organization_id = ${organizationId} and route_id = any(${routeIds})`);
  await bulkInsert(tx, stop, stops);
}

/** Moves deliveries to a status, open ones unless others are named; returns those that had another, with it. */
export async function setDeliveryStatus(
  tx: Tx,
  organizationId: string,
  deliveryIds: readonly string[],
  status: "requested" | "scheduled" | "assigned",
  now: Date,
  from: readonly DeliveryStatus[] = ["requested", "scheduled", "assigned"],
): Promise<{ id: string; before: DeliveryStatus; after: DeliveryStatus }[]> {
  if (deliveryIds.length === 0) return [];
  const rows = await tx.execute<{ id: string; before: DeliveryStatus }>(sql`
    with old as (
      select id, status from delivery
      where organization_id = ${organizationId} and id = any(${idArray(deliveryIds)}) and status <> ${status}
        and status = any(${textArray(from)})
      order by id for update
    )
    update delivery d set status = ${status}, updated_at = ${now.toISOString()}
      ${status === "requested" ? sql`` : sql`, declined_at = null`}
    from old where d.organization_id = ${organizationId} and d.id = old.id
    returning d.id, old.status as before`);
  return [...rows].map(({ id, before }) => ({ id, before, after: status }));
}
