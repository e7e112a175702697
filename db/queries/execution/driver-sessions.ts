import "server-only";
import { and, eq, gt, inArray, ne } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { driverSession } from "@/db/schema/execution";
import { driverDay } from "@/db/schema/fleet";
import { assignment, route } from "@/db/schema/plan";

export async function insertDriverSession(tx: Tx, row: typeof driverSession.$inferInsert): Promise<void> {
  await tx.insert(driverSession).values(row);
}

/**
 * What a device's token stands for while it and the link behind it are good (index `driver_session_token_hash`). A link
 * that was declined stays open for a change of mind until the route is offered anew. Outside any tenant: it decides the
 * tenant.
 */
export async function findDriverSession(database: Database, tokenHash: string, now: Date) {
  const [row] = await database.orm
    .select({
      organizationId: driverSession.organizationId,
      id: driverSession.id,
      assignmentId: driverSession.assignmentId,
      routeId: driverSession.routeId,
      driverId: driverSession.driverId,
      expiresAt: driverSession.expiresAt,
    })
    .from(driverSession)
    .innerJoin(
      assignment,
      and(eq(assignment.organizationId, driverSession.organizationId), eq(assignment.id, driverSession.assignmentId)),
    )
    .where(
      and(
        eq(driverSession.tokenHash, tokenHash),
        gt(driverSession.expiresAt, now),
        inArray(assignment.status, ["offered", "accepted", "declined"]),
      ),
    );
  return row;
}

/**
 * What a device's token stood for until its route was given to another driver, and when that was (index
 * `driver_session_token_hash`); nothing when the route is still this driver's, whose new link is then the way in.
 */
export async function findFormerDriverSession(database: Database, tokenHash: string, now: Date) {
  const [row] = await database.orm
    .select({
      organizationId: driverSession.organizationId,
      assignmentId: driverSession.assignmentId,
      routeId: driverSession.routeId,
      driverId: driverSession.driverId,
      endedAt: assignment.updatedAt,
    })
    .from(driverSession)
    .innerJoin(
      assignment,
      and(eq(assignment.organizationId, driverSession.organizationId), eq(assignment.id, driverSession.assignmentId)),
    )
    .innerJoin(route, and(eq(route.organizationId, driverSession.organizationId), eq(route.id, driverSession.routeId)))
    .innerJoin(driverDay, and(eq(driverDay.organizationId, route.organizationId), eq(driverDay.id, route.driverDayId)))
    .where(
      and(
        eq(driverSession.tokenHash, tokenHash),
        gt(driverSession.expiresAt, now),
        eq(assignment.status, "revoked"),
        ne(driverDay.driverId, driverSession.driverId),
      ),
    );
  return row;
}
