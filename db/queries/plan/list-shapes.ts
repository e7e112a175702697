import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { stop } from "@/db/schema/plan";

/** The legs' encoded polylines of each route in driving order (index `stop_plan_route_position`). */
export async function listShapes(
  tx: Tx,
  organizationId: string,
  planId: string,
  routeIds?: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ routeId: stop.routeId, shape: stop.legShape })
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
  for (const { routeId, shape } of rows) {
    const known = shapes.get(routeId);
    if (known) known.push(shape);
    else shapes.set(routeId, [shape]);
  }
  return shapes;
}
