import "server-only";
import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { idArray } from "@/db/queries/json-param";
import { delivery, deliveryVisit } from "@/db/schema/delivery";
import { routeRun, stopRun } from "@/db/schema/execution";
import { assignment, route, stop } from "@/db/schema/plan";
import type { DeliveryStatus } from "@/server/domain/order/delivery-status";

/** Holds the driver's route until the transaction ends; nothing when it does not exist. */
export async function lockRunRoute(tx: Tx, organizationId: string, routeId: string) {
  const [row] = await tx
    .select({ id: route.id, planId: route.planId, number: route.number, status: route.status, version: route.version })
    .from(route)
    .where(and(eq(route.organizationId, organizationId), eq(route.id, routeId)))
    .for("update");
  return row;
}

/** The doors of a route's deliveries: those planned on it now, and those it has had an outcome for (`stop_run`). */
export async function listRouteDoors(tx: Tx, organizationId: string, planId: string, routeId: string) {
  const onRoute = tx
    .select({ visitId: stop.visitId })
    .from(stop)
    .where(and(eq(stop.organizationId, organizationId), eq(stop.planId, planId), eq(stop.routeId, routeId)));
  const begun = tx
    .select({ visitId: stopRun.visitId })
    .from(stopRun)
    .where(and(eq(stopRun.organizationId, organizationId), eq(stopRun.routeId, routeId)));
  return tx
    .select({
      visitId: deliveryVisit.id,
      deliveryId: delivery.id,
      role: deliveryVisit.role,
      tasks: deliveryVisit.tasks,
      kind: delivery.kind,
      status: delivery.status,
      isOnRoute: sql<boolean>`${deliveryVisit.id} in (${onRoute})`,
    })
    .from(deliveryVisit)
    .innerJoin(
      delivery,
      and(eq(delivery.organizationId, deliveryVisit.organizationId), eq(delivery.id, deliveryVisit.deliveryId)),
    )
    .where(
      and(eq(deliveryVisit.organizationId, organizationId), sql`${deliveryVisit.id} in (${onRoute.unionAll(begun)})`),
    );
}

/** Of some visits, those whose order is cancelled. */
export async function listCancelledVisits(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
): Promise<string[]> {
  if (visitIds.length === 0) return [];
  const rows = await tx
    .select({ id: deliveryVisit.id })
    .from(deliveryVisit)
    .innerJoin(
      delivery,
      and(eq(delivery.organizationId, deliveryVisit.organizationId), eq(delivery.id, deliveryVisit.deliveryId)),
    )
    .where(
      and(
        eq(deliveryVisit.organizationId, organizationId),
        sql`${deliveryVisit.id} = any(${idArray(visitIds)})`,
        eq(delivery.status, "cancelled"),
      ),
    );
  return rows.map(({ id }) => id);
}

/** Where visits are planned now: the number of their route (index `stop_visit`). */
export async function routesOfVisits(tx: Tx, organizationId: string, visitIds: readonly string[]) {
  if (visitIds.length === 0) return [];
  return tx
    .select({ visitId: stop.visitId, routeId: stop.routeId, planId: stop.planId, number: route.number })
    .from(stop)
    .innerJoin(route, and(eq(route.organizationId, stop.organizationId), eq(route.id, stop.routeId)))
    .where(and(eq(stop.organizationId, organizationId), inArray(stop.visitId, [...visitIds])));
}

export async function saveRouteRun(tx: Tx, row: typeof routeRun.$inferInsert): Promise<void> {
  const { organizationId: _organization, routeId: _route, ...set } = row;
  await tx
    .insert(routeRun)
    .values(row)
    .onConflictDoUpdate({ target: [routeRun.organizationId, routeRun.routeId], set });
}

/** Keeps with a route that has ended what its vehicle emits a kilometre now: what has been driven stays, whatever is said of it later. */
export async function keepEmissions(tx: Tx, organizationId: string, routeId: string): Promise<void> {
  await tx.execute(sql`
    update route_run run set emission_grams_per_km = vehicle.emission_grams_per_km
    from route r
    join driver_day day on day.organization_id = r.organization_id and day.id = r.driver_day_id
    join vehicle on vehicle.organization_id = day.organization_id and vehicle.id = day.vehicle_id
    where run.organization_id = ${organizationId} and run.route_id = ${routeId}
      and r.organization_id = run.organization_id and r.id = run.route_id`);
}

/** How a plan's routes and visits are going (indexes `route_run_plan`, `stop_run_plan`). */
export async function loadPlanRuns(tx: Tx, organizationId: string, planId: string) {
  const { drivenMeters: _meters, emissionGramsPerKm: _grams, ...told } = getTableColumns(routeRun);
  const { expectedAt: _expected, ...visited } = getTableColumns(stopRun);
  const routes = await tx
    .select(told)
    .from(routeRun)
    .where(and(eq(routeRun.organizationId, organizationId), eq(routeRun.planId, planId)));
  const stops = await tx
    .select(visited)
    .from(stopRun)
    .where(and(eq(stopRun.organizationId, organizationId), eq(stopRun.planId, planId)));
  return { routes, stops };
}

/**
 * Puts visits' parts of the day in the place of what was known of them, but for what was expected of them
 * (`keepExpectations`).
 */
export async function saveStopRuns(tx: Tx, rows: readonly (typeof stopRun.$inferInsert)[]): Promise<void> {
  const {
    organizationId: _organization,
    routeId: _route,
    visitId: _visit,
    expectedAt: _,
    ...rest
  } = getTableColumns(stopRun);
  const set = sql.join(
    Object.values(rest).map(({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`),
    sql`, `,
  );
  await bulkInsert(tx, stopRun, rows, sql`on conflict (organization_id, route_id, visit_id) do update set ${set}`);
}

/** Sets deliveries' statuses as the drivers' acts say. */
export async function setProgress(
  tx: Tx,
  organizationId: string,
  rows: readonly { readonly id: string; readonly status: DeliveryStatus; readonly updatedAt: Date }[],
): Promise<void> {
  await bulkUpdate(tx, delivery, organizationId, rows);
}

/** Sets a route's status by its driver's acts and counts one more change. */
export async function setRouteStatus(
  tx: Tx,
  organizationId: string,
  routeId: string,
  status: typeof route.$inferSelect.status,
  now: Date,
): Promise<void> {
  await tx
    .update(route)
    .set({ status, version: sql`${route.version} + 1`, updatedAt: now })
    .where(and(eq(route.organizationId, organizationId), eq(route.id, routeId)));
}

/**
 * Notes the answer to a route's offer on the driver's link, unless it was withdrawn; the link's id when that changed it.
 * Without a driver, on whatever link the route has: somebody answered for him.
 */
export async function answerAssignment(
  tx: Tx,
  organizationId: string,
  routeId: string,
  driverId: string | null,
  status: "accepted" | "declined",
  now: Date,
): Promise<string | undefined> {
  const [row] = await tx
    .update(assignment)
    .set({ status, updatedAt: now })
    .where(
      and(
        eq(assignment.organizationId, organizationId),
        eq(assignment.routeId, routeId),
        driverId === null ? undefined : eq(assignment.driverId, driverId),
        inArray(assignment.status, ["offered", "accepted", "declined"]),
        sql`${assignment.status} <> ${status}`,
      ),
    )
    .returning({ id: assignment.id });
  return row?.id;
}
