import "server-only";
import { and, asc, eq, inArray, isNull, ne, notInArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { driverOp } from "@/db/schema/execution";
import { driverDay } from "@/db/schema/fleet";
import { route } from "@/db/schema/plan";
import type { DriverOp } from "@/server/domain/execution/driver-op";

export type DriverOpRow = typeof driverOp.$inferInsert;

/**
 * A route's acts that were kept, in the order in which they were made (index `driver_op_route`). What drivers answered who
 * had it before is nobody's answer any more; what they did on it counts.
 */
export async function loadRouteOps(tx: Tx, organizationId: string, routeId: string): Promise<DriverOp[]> {
  const rows = await tx
    .select({ act: driverOp.act })
    .from(driverOp)
    .innerJoin(route, and(eq(route.organizationId, driverOp.organizationId), eq(route.id, driverOp.routeId)))
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .where(
      and(
        eq(driverOp.organizationId, organizationId),
        eq(driverOp.routeId, routeId),
        ne(driverOp.verdict, "rejected"),
        or(
          notInArray(driverOp.type, ["accept", "decline"]),
          isNull(driverOp.driverId),
          eq(driverOp.driverId, driverDay.driverId),
        ),
      ),
    )
    .orderBy(asc(driverOp.occurredAt));
  return rows.map(({ act }) => ({ ...act, occurredAt: new Date(act.occurredAt) }));
}

/** What has been said of a route, by whom and when, oldest first; refused acts included (index `driver_op_route`). */
export async function listRouteActs(tx: Tx, organizationId: string, routeId: string) {
  return tx
    .select({
      id: driverOp.id,
      type: driverOp.type,
      driverId: driverOp.driverId,
      occurredAt: driverOp.occurredAt,
      deviceAt: driverOp.deviceAt,
      receivedAt: driverOp.receivedAt,
      skewSeconds: driverOp.skewSeconds,
      verdict: driverOp.verdict,
    })
    .from(driverOp)
    .where(and(eq(driverOp.organizationId, organizationId), eq(driverOp.routeId, routeId)))
    .orderBy(asc(driverOp.occurredAt));
}

/** Which of these names are taken, by what route, and how the act was judged. */
export async function findOps(tx: Tx, organizationId: string, opIds: readonly string[]) {
  if (opIds.length === 0) return [];
  return tx
    .select({
      id: driverOp.id,
      routeId: driverOp.routeId,
      verdict: driverOp.verdict,
      rejection: driverOp.rejection,
    })
    .from(driverOp)
    .where(and(eq(driverOp.organizationId, organizationId), inArray(driverOp.id, [...opIds])));
}

export async function insertOps(tx: Tx, rows: readonly DriverOpRow[]): Promise<void> {
  await bulkInsert(tx, driverOp, rows);
}
