import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { route } from "@/db/schema/plan";
import type { RouteStatus } from "@/server/domain/plan/plan-board";

interface RouteOrder {
  readonly status: RouteStatus;
  readonly version: number;
  readonly isOptimized: boolean;
  readonly stops: number;
}

/** How a route's order came about, and how many stops it has (index `stop_plan_route_position`). */
export async function loadRouteOrder(tx: Tx, organizationId: string, routeId: string): Promise<RouteOrder | undefined> {
  const [row] = await tx.execute<RouteOrder & Record<string, unknown>>(sql`
    select r.status, r.version, r.is_optimized as "isOptimized", (select count(*)::int from stop s
      where s.organization_id = r.organization_id and s.plan_id = r.plan_id and s.route_id = r.id) as stops
    from route r where r.organization_id = ${organizationId} and r.id = ${routeId}`);
  return row;
}

/** Notes that a route's order is the optimizer's, if it is still in this version. */
export async function setRouteOptimized(
  tx: Tx,
  organizationId: string,
  { routeId, version, now }: { readonly routeId: string; readonly version: number; readonly now: Date },
) {
  const [row] = await tx
    .update(route)
    .set({ isOptimized: true, version: sql`${route.version} + 1`, updatedAt: now })
    .where(and(eq(route.organizationId, organizationId), eq(route.id, routeId), eq(route.version, version)))
    .returning({ number: route.number, version: route.version, planId: route.planId });
  return row;
}
