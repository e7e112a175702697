import "server-only";
import { and, eq, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { isAmong } from "@/db/queries/json-param";
import { routeRun, stopRun } from "@/db/schema/execution";
import type { RouteBreak } from "@/server/domain/execution/run-state";

/** How a route is going, with the visits that somebody has acted on. */
export interface RunRow extends RouteRunRow {
  readonly stops: readonly StopRunRow[];
}

interface RouteRunRow {
  readonly routeId: string;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** The last word of its driver. */
  readonly syncedAt: Date;
  readonly breaks: readonly RouteBreak[];
}

interface StopRunRow {
  readonly visitId: string;
  readonly status: (typeof stopRun.$inferSelect)["status"];
  readonly departedAt: Date | null;
  readonly arrivedAt: Date | null;
  readonly completedAt: Date | null;
}

/** What has happened on routes; a route that nobody has begun is missing (keys of `route_run` and `stop_run`). */
export async function loadRouteRuns(tx: Tx, organizationId: string, routeIds: readonly string[]): Promise<RunRow[]> {
  if (routeIds.length === 0) return [];
  const [routes, stops] = await Promise.all([
    tx
      .select({
        routeId: routeRun.routeId,
        startedAt: routeRun.startedAt,
        finishedAt: routeRun.finishedAt,
        syncedAt: routeRun.syncedAt,
        breaks: routeRun.breaks,
      })
      .from(routeRun)
      .where(and(eq(routeRun.organizationId, organizationId), isAmong(routeRun.routeId, routeIds))),
    tx
      .select({
        routeId: stopRun.routeId,
        visitId: stopRun.visitId,
        status: stopRun.status,
        departedAt: stopRun.departedAt,
        arrivedAt: stopRun.arrivedAt,
        completedAt: stopRun.completedAt,
      })
      .from(stopRun)
      .where(
        and(
          eq(stopRun.organizationId, organizationId),
          isAmong(stopRun.routeId, routeIds),
          ne(stopRun.status, "planned"),
        ),
      ),
  ]);
  const stopsOf = new Map<string, StopRunRow[]>(routes.map(({ routeId }) => [routeId, []]));
  for (const { routeId, ...stop } of stops) stopsOf.get(routeId)?.push(stop);
  return routes.map((route) => ({ ...route, stops: stopsOf.get(route.routeId)! }));
}
