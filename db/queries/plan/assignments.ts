import "server-only";
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { outboxMessage } from "@/db/schema/event";
import { assignment, route } from "@/db/schema/plan";

export async function insertAssignments(tx: Tx, rows: readonly (typeof assignment.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(assignment).values([...rows]);
}

export type OutboxInsert = typeof outboxMessage.$inferInsert;

export async function insertMessages(tx: Tx, rows: readonly OutboxInsert[]): Promise<void> {
  await bulkInsert(tx, outboxMessage, rows);
}

/**
 * Withdraws all links of routes that still open something; answers with what was withdrawn (index `assignment_route`).
 * `withDeclined`: also those whose drivers said no and might still change their minds.
 */
export async function revokeAssignments(
  tx: Tx,
  organizationId: string,
  routeIds: readonly string[],
  now: Date,
  { withDeclined = false }: { readonly withDeclined?: boolean } = {},
) {
  if (routeIds.length === 0) return [];
  return tx
    .update(assignment)
    .set({ status: "revoked", updatedAt: now })
    .where(
      and(
        eq(assignment.organizationId, organizationId),
        inArray(assignment.routeId, [...routeIds]),
        inArray(assignment.status, withDeclined ? ["offered", "accepted", "declined"] : ["offered", "accepted"]),
      ),
    )
    .returning({ id: assignment.id, routeId: assignment.routeId, driverId: assignment.driverId });
}

/** Notes when a driver's link of a route was first opened; the links it is true of, none when it had been before. */
export async function markOpened(tx: Tx, organizationId: string, routeId: string, driverId: string, now: Date) {
  return tx
    .update(assignment)
    .set({ openedAt: now, updatedAt: now })
    .where(
      and(
        eq(assignment.organizationId, organizationId),
        eq(assignment.routeId, routeId),
        eq(assignment.driverId, driverId),
        inArray(assignment.status, ["offered", "accepted"]),
        isNull(assignment.openedAt),
      ),
    )
    .returning({ id: assignment.id });
}

export type LinkReceipt = {
  readonly id: string;
  readonly routeId: string;
  readonly driverName: string;
  /** False once another link took its place. */
  readonly isCurrent: boolean;
  readonly sentAt: string;
  readonly openedAt: string | null;
  readonly messages: readonly {
    readonly id: string;
    readonly channel: "email" | "sms";
    readonly recipient: string;
    readonly status: typeof outboxMessage.$inferSelect.status;
    readonly failure: string | null;
    readonly updatedAt: string;
  }[];
};

/** The links that went out for a plan's routes, newest first (indexes `assignment_route`, `outbox_message_assignment`). */
export async function listLinkReceipts(tx: Tx, organizationId: string, planId: string): Promise<LinkReceipt[]> {
  const rows = await tx.execute<{ link: LinkReceipt }>(sql`
    select jsonb_build_object('id', a.id, 'routeId', a.route_id, 'driverName', d.name,
      'isCurrent', a.status in ('offered', 'accepted'), 'sentAt', a.created_at, 'openedAt', a.opened_at,
      'messages', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'channel', m.channel,
          'recipient', m.recipient, 'status', m.status, 'failure', m.failure, 'updatedAt', m.updated_at)
          order by m.channel), '[]')
        from outbox_message m where m.organization_id = a.organization_id and m.assignment_id = a.id)) as link
    from assignment a
    join route r on r.organization_id = a.organization_id and r.id = a.route_id
    join driver d on d.organization_id = a.organization_id and d.id = a.driver_id
    where a.organization_id = ${organizationId} and r.plan_id = ${planId}
    order by a.id desc`);
  return [...rows].map(({ link }) => link);
}

/** The links of a plan's routes that still stand, each route's newest last (index `assignment_route`). */
export async function listPlanLinks(tx: Tx, organizationId: string, planId: string) {
  return tx
    .select({ routeId: assignment.routeId, status: assignment.status, openedAt: assignment.openedAt })
    .from(assignment)
    .innerJoin(route, and(eq(route.organizationId, assignment.organizationId), eq(route.id, assignment.routeId)))
    .where(
      and(eq(assignment.organizationId, organizationId), eq(route.planId, planId), ne(assignment.status, "revoked")),
    )
    .orderBy(asc(assignment.routeId), asc(assignment.id));
}
