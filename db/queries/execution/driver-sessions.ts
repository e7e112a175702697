import "server-only";
import { and, desc, eq, gt, inArray, isNull, ne } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import type { AssignmentIds } from "@/db/queries/plan/live-assignments";
import { driverSession } from "@/db/schema/execution";
import { driver, driverDay } from "@/db/schema/fleet";
import { assignment, route } from "@/db/schema/plan";

export async function insertDriverSession(tx: Tx, row: typeof driverSession.$inferInsert): Promise<void> {
  await tx.insert(driverSession).values(row);
}

export type DriverSession = AssignmentIds & {
  readonly expiresAt: Date;
  /** Of a look (`services/driver-desk/see-as-driver`): the member who looks; null: the driver's own. */
  readonly watchedBy: string | null;
  /** Of a look: the sign-in it was begun from. */
  readonly lookerSessionId: string | null;
};

/** A route, and the link under which it is a driver's now: offered, taken or declined; the newest, where there are several. */
export async function findRouteToLookAt(tx: Tx, organizationId: string, routeId: string) {
  const [row] = await tx
    .select({
      number: route.number,
      planId: route.planId,
      assignmentId: assignment.id,
      driverId: assignment.driverId,
      name: driver.name,
    })
    .from(route)
    .leftJoin(
      assignment,
      and(
        eq(assignment.organizationId, route.organizationId),
        eq(assignment.routeId, route.id),
        inArray(assignment.status, ["offered", "accepted", "declined"]),
      ),
    )
    .leftJoin(driver, and(eq(driver.organizationId, assignment.organizationId), eq(driver.id, assignment.driverId)))
    .where(and(eq(route.organizationId, organizationId), eq(route.id, routeId)))
    .orderBy(desc(assignment.createdAt))
    .limit(1);
  return row;
}

/** Ends a member's own look; whose it was, or undefined where there is none that goes on. */
export async function endLook(tx: Tx, organizationId: string, id: string, watchedBy: string, now: Date) {
  const [row] = await tx
    .update(driverSession)
    .set({ expiresAt: now })
    .where(
      and(
        eq(driverSession.organizationId, organizationId),
        eq(driverSession.id, id),
        eq(driverSession.watchedBy, watchedBy),
        gt(driverSession.expiresAt, now),
      ),
    )
    .returning({ driverId: driverSession.driverId, routeId: driverSession.routeId });
  return row;
}

/**
 * What devices' tokens stand for while the links behind them are good, by the token's hash (index
 * `driver_session_token_hash`); whether their time is over is for the caller to see. A link that was declined stays open
 * for a change of mind until the route is offered anew. Outside any tenant: it decides the tenant.
 */
export async function findDriverSessions(
  database: Database,
  tokenHashes: readonly string[],
): Promise<Map<string, DriverSession>> {
  // One statement for any number of hashes, on a connection that keeps it planned. Hashes are hexadecimal.
  const rows = await database.raw<(DriverSession & { tokenHash: string })[]>`
    select s.token_hash as "tokenHash", s.organization_id as "organizationId", s.assignment_id as "assignmentId",
      s.route_id as "routeId", s.driver_id as "driverId", s.expires_at as "expiresAt",
      s.watched_by as "watchedBy", s.looker_session_id as "lookerSessionId"
    from driver_session s
    join assignment a on a.organization_id = s.organization_id and a.id = s.assignment_id
    where s.token_hash = any(${`{${tokenHashes.join(",")}}`}::text[])
      and a.status in ('offered', 'accepted', 'declined')`;
  return new Map(rows.map(({ tokenHash, ...session }) => [tokenHash, session]));
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
        // Who only looked has nothing left to tell.
        isNull(driverSession.watchedBy),
        eq(assignment.status, "revoked"),
        ne(driverDay.driverId, driverSession.driverId),
      ),
    );
  return row;
}
