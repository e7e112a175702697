import "server-only";
import { and, eq, gt, inArray, lte, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { EVENT_CHANNEL } from "@/db/queries/event/append-events";
import { idArray } from "@/db/queries/json-param";
import { user } from "@/db/schema/auth";
import { optimization } from "@/db/schema/optimization";
import { route } from "@/db/schema/plan";
import { planPresence } from "@/db/schema/plan-editing";

export type PlanPresenceRow = typeof planPresence.$inferSelect;
type OpenBoard = Pick<PlanPresenceRow, "organizationId" | "planId" | "userId" | "sessionId">;

const isOfPlan = (organizationId: string, planId: string) =>
  and(eq(planPresence.organizationId, organizationId), eq(planPresence.planId, planId));

const isBoard = ({ organizationId, planId, userId, sessionId }: OpenBoard) =>
  and(isOfPlan(organizationId, planId), eq(planPresence.userId, userId), eq(planPresence.sessionId, sessionId));

/** Keeps an open board's row until it expires; true when others see something new by it. */
export async function savePresence(tx: Tx, row: PlanPresenceRow, now: Date): Promise<boolean> {
  const [known] = await tx.select().from(planPresence).where(isBoard(row)).for("update");
  await tx
    .insert(planPresence)
    .values({ ...row, routeIds: sql`${idArray(row.routeIds)}` as never })
    .onConflictDoUpdate({
      target: [planPresence.organizationId, planPresence.planId, planPresence.userId, planPresence.sessionId],
      set: {
        name: row.name,
        activity: row.activity,
        routeIds: sql`${idArray(row.routeIds)}`,
        expiresAt: row.expiresAt,
      },
    });
  if (!known || known.expiresAt <= now || known.activity !== row.activity) return true;
  return known.routeIds.length !== row.routeIds.length || known.routeIds.some((id) => !row.routeIds.includes(id));
}

/** Takes an open board's row away; true when there was one. */
export async function deletePresence(tx: Tx, board: OpenBoard): Promise<boolean> {
  const gone = await tx.delete(planPresence).where(isBoard(board)).returning({ userId: planPresence.userId });
  return gone.length > 0;
}

/** Rows of boards that have said nothing for too long. */
export async function deleteExpiredPresence(tx: Tx, organizationId: string, planId: string, now: Date): Promise<void> {
  await tx.delete(planPresence).where(and(isOfPlan(organizationId, planId), lte(planPresence.expiresAt, now)));
}

/** Other people's open boards (index: the key of `plan_presence`). */
export async function listPresence(tx: Tx, organizationId: string, planId: string, exceptUserId: string, now: Date) {
  return tx
    .select()
    .from(planPresence)
    .where(
      and(isOfPlan(organizationId, planId), ne(planPresence.userId, exceptUserId), gt(planPresence.expiresAt, now)),
    );
}

/** Somebody else's run of the optimizer that is under way, and the routes it may change. */
export async function findOptimizingLease(tx: Tx, organizationId: string, planId: string, exceptUserId: string) {
  const [run] = await tx
    .select({ userId: optimization.requestedBy, name: user.name })
    .from(optimization)
    .innerJoin(user, eq(user.id, optimization.requestedBy))
    .where(
      and(
        eq(optimization.organizationId, organizationId),
        eq(optimization.planId, planId),
        inArray(optimization.status, ["queued", "running"]),
        ne(optimization.requestedBy, exceptUserId),
      ),
    );
  if (!run?.userId) return undefined;
  const routes = await tx
    .select({ id: route.id })
    .from(route)
    .where(
      and(
        eq(route.organizationId, organizationId),
        eq(route.planId, planId),
        eq(route.status, "planned"),
        eq(route.locked, false),
      ),
    );
  return { userId: run.userId, name: run.name, routeIds: routes.map((each) => each.id) };
}

/** Wakes the streams of an organization for what its log does not hold, once the transaction commits. */
export async function nudgeStreams(tx: Tx, organizationId: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${EVENT_CHANNEL}, ${organizationId})`);
}
