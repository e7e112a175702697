import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { routeRun } from "@/db/schema/execution";
import { driverDay } from "@/db/schema/fleet";
import { route } from "@/db/schema/plan";

/** Who drove a route, from setting off to having come back; undefined of one that is not over. */
export async function findDrivenSpan(tx: Tx, organizationId: string, routeId: string) {
  const [row] = await tx
    .select({ driverId: driverDay.driverId, startedAt: routeRun.startedAt, finishedAt: routeRun.finishedAt })
    .from(routeRun)
    .innerJoin(route, and(eq(route.organizationId, routeRun.organizationId), eq(route.id, routeRun.routeId)))
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .where(
      and(
        eq(routeRun.organizationId, organizationId),
        eq(routeRun.routeId, routeId),
        isNotNull(routeRun.startedAt),
        isNotNull(routeRun.finishedAt),
      ),
    );
  return row && { driverId: row.driverId, startedAt: row.startedAt!, finishedAt: row.finishedAt! };
}

/** Notes how far a route was driven; null: its positions do not say. */
export async function saveDrivenMeters(
  tx: Tx,
  organizationId: string,
  routeId: string,
  drivenMeters: number | null,
): Promise<void> {
  await tx
    .update(routeRun)
    .set({ drivenMeters })
    .where(and(eq(routeRun.organizationId, organizationId), eq(routeRun.routeId, routeId)));
}
