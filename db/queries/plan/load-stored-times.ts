import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { route, stop } from "@/db/schema/plan";

/** What was stored of routes when they were timed last: their ends and costs, and each stop's times and broken rules. */
export async function loadStoredTimes(tx: Tx, organizationId: string, routeIds: readonly string[]) {
  if (routeIds.length === 0) return { routes: [], stops: [] };
  const routes = await tx
    .select({
      id: route.id,
      startSeconds: route.startSeconds,
      endSeconds: route.endSeconds,
      lateStops: route.lateStops,
      costCents: route.costCents,
    })
    .from(route)
    .where(and(eq(route.organizationId, organizationId), inArray(route.id, [...routeIds])));
  const stops = await tx
    .select({
      visitId: stop.visitId,
      arriveSeconds: stop.arriveSeconds,
      startSeconds: stop.startSeconds,
      departSeconds: stop.departSeconds,
      ruleBreaks: stop.ruleBreaks,
    })
    .from(stop)
    .where(and(eq(stop.organizationId, organizationId), inArray(stop.routeId, [...routeIds])));
  return { routes, stops };
}
