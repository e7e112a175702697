import "server-only";
import { and, eq, gt, ne } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import type { AssignmentIds } from "@/db/queries/plan/live-assignments";
import { driverSession } from "@/db/schema/execution";
import { driverDay } from "@/db/schema/fleet";
import { assignment, route } from "@/db/schema/plan";

export async function insertDriverSession(tx: Tx, row: typeof driverSession.$inferInsert): Promise<void> {
  await tx.insert(driverSession).values(row);
}

export type DriverSession = AssignmentIds & { readonly expiresAt: Date };

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
      s.route_id as "routeId", s.driver_id as "driverId", s.expires_at as "expiresAt"
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
        eq(assignment.status, "revoked"),
        ne(driverDay.driverId, driverSession.driverId),
      ),
    );
  return row;
}
