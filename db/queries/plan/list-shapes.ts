import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { stop } from "@/db/schema/plan";

/** The legs' encoded polylines of each route in driving order, by way of the depot where it loads again (index `stop_plan_route_position`). */
export async function listShapes(
  tx: Tx,
  organizationId: string,
  planId: string,
  routeIds?: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({
      routeId: stop.routeId,
      shape: stop.legShape,
      isReload: sql<boolean>`${stop.reloadSeconds} is not null`,
      reloadShape: stop.reloadLegShape,
    })
    .from(stop)
    .where(
      and(
        eq(stop.organizationId, organizationId),
        eq(stop.planId, planId),
        routeIds ? inArray(stop.routeId, [...routeIds]) : undefined,
      ),
    )
    .orderBy(asc(stop.routeId), asc(stop.position));
  const shapes = new Map<string, string[]>();
  for (const { routeId, shape, isReload, reloadShape } of rows) {
    const known = shapes.get(routeId) ?? [];
    if (isReload) known.push(reloadShape);
    known.push(shape);
    shapes.set(routeId, known);
  }
  return shapes;
}
