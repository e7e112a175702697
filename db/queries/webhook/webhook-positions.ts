import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { driver } from "@/db/schema/fleet";
import { lastPosition } from "@/db/schema/position";
import { webhookCall, webhookCursor } from "@/db/schema/webhook";
import type { MovedDriver } from "@/server/domain/webhook/moved-message";

/** Organizations whose drivers have moved while somebody listens who was not told since `before`. Outside any tenant. */
export async function listOrganizationsMoving({ raw }: Database, before: Date): Promise<string[]> {
  const rows = await raw<{ organizationId: string }[]>`
    select c.organization_id as "organizationId" from webhook_cursor c
    join position_sequence s on s.organization_id = c.organization_id
    where s.last_seq > c.position_seq and (c.positions_told_at is null or c.positions_told_at < ${before})
      and exists (select 1 from webhook w where w.organization_id = c.organization_id and w.status = 'active'
        and 'driver.moved' = any(w.topics))`;
  return rows.map(({ organizationId }) => organizationId);
}

/** How far positions have been told, held; undefined where somebody else is at it. */
export async function lockPositionCursor(tx: Tx, organizationId: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ seq: webhookCursor.positionSeq })
    .from(webhookCursor)
    .where(eq(webhookCursor.organizationId, organizationId))
    .for("update", { skipLocked: true });
  return row?.seq;
}

export async function movePositionCursor(
  tx: Tx,
  organizationId: string,
  positionSeq: number,
  now: Date,
): Promise<void> {
  await tx
    .update(webhookCursor)
    .set({ positionSeq, positionsToldAt: now })
    .where(eq(webhookCursor.organizationId, organizationId));
}

/** Where nobody else hears positions, what was not told until now never is: who begins to listen hears of moves from now on. */
export async function passOldPositions(tx: Tx, organizationId: string, webhookId: string): Promise<void> {
  await tx.execute(sql`
    update webhook_cursor c set position_seq = greatest(c.position_seq, s.last_seq) from position_sequence s
    where c.organization_id = ${organizationId} and s.organization_id = c.organization_id
      and not exists (select 1 from webhook w where w.organization_id = c.organization_id and w.id <> ${webhookId}
        and w.status = 'active' and 'driver.moved' = any(w.topics))`);
}

/** Drivers whose last position is newer than a number; an organization has few enough to look at all. */
export async function listMovedDrivers(tx: Tx, organizationId: string, afterSeq: number): Promise<MovedDriver[]> {
  return tx
    .select({
      driverId: lastPosition.driverId,
      projectId: driver.projectId,
      routeId: lastPosition.routeId,
      recordedAt: lastPosition.recordedAt,
      changeSeq: lastPosition.changeSeq,
    })
    .from(lastPosition)
    .innerJoin(
      driver,
      and(eq(driver.organizationId, lastPosition.organizationId), eq(driver.id, lastPosition.driverId)),
    )
    .where(and(eq(lastPosition.organizationId, organizationId), gt(lastPosition.changeSeq, afterSeq)))
    .orderBy(asc(lastPosition.changeSeq));
}

/**
 * Of whom or what a message of a topic waits for a subscriber that nobody has tried to send yet: from its first try on it
 * says what it said then (index `webhook_call_order`).
 */
export async function listUntriedSubjects(
  tx: Tx,
  organizationId: string,
  webhookId: string,
  topic: "driver.moved",
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ subjectId: webhookCall.subjectId })
    .from(webhookCall)
    .where(
      and(
        eq(webhookCall.organizationId, organizationId),
        eq(webhookCall.webhookId, webhookId),
        eq(webhookCall.status, "waiting"),
        eq(webhookCall.tries, 0),
        eq(webhookCall.topic, topic),
      ),
    );
  return new Set(rows.map(({ subjectId }) => subjectId));
}
