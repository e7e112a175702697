import "server-only";
import { and, asc, eq, lte, sql } from "drizzle-orm";
import type { Database, Tx } from "@/db/client";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { bulkUpdate } from "@/db/queries/bulk-update";
import { isAmong } from "@/db/queries/json-param";
import { notification } from "@/db/schema/notification";

export type NotificationRow = typeof notification.$inferSelect;
type NotificationInsert = typeof notification.$inferInsert;

/**
 * Puts down messages, each once by its key; one that was recalled is due again. Answers with the ids of those that are
 * news (index `notification_key`).
 */
export async function insertNotifications(tx: Tx, rows: readonly NotificationInsert[]): Promise<string[]> {
  return bulkInsert(
    tx,
    notification,
    rows,
    sql`on conflict (organization_id, key) do update set status = excluded.status, due_at = excluded.due_at,
      useful_until = excluded.useful_until, updated_at = excluded.updated_at where notification.status = 'recalled'`,
  );
}

/** What a door's customer was or is to be written of one thing by one channel (index `notification_visit`). */
export async function listNotifications(
  tx: Tx,
  {
    organizationId,
    visitId,
    trigger,
    channel,
  }: Pick<NotificationRow, "organizationId" | "visitId" | "trigger" | "channel">,
): Promise<NotificationRow[]> {
  return tx
    .select()
    .from(notification)
    .where(
      and(
        eq(notification.organizationId, organizationId),
        eq(notification.visitId, visitId),
        eq(notification.trigger, trigger),
        eq(notification.channel, channel),
      ),
    );
}

/** The doors of the messages that wait and are due, those due longest first (index `notification_waiting`). */
export async function listDueDoors(tx: Tx, organizationId: string, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ visitId: notification.visitId })
    .from(notification)
    .where(
      and(
        eq(notification.organizationId, organizationId),
        eq(notification.status, "waiting"),
        lte(notification.dueAt, now),
      ),
    )
    .orderBy(asc(notification.dueAt), asc(notification.id))
    .limit(limit);
  return [...new Set(rows.map(({ visitId }) => visitId))];
}

/** The messages of doors that wait, due or not, in the order they were made (index `notification_visit`). */
export async function lockWaiting(
  tx: Tx,
  organizationId: string,
  visitIds: readonly string[],
): Promise<NotificationRow[]> {
  return tx
    .select()
    .from(notification)
    .where(
      and(
        eq(notification.organizationId, organizationId),
        isAmong(notification.visitId, visitIds),
        eq(notification.status, "waiting"),
      ),
    )
    .orderBy(asc(notification.id))
    .for("update");
}

type SettledNotification = Pick<NotificationRow, "id" | "status" | "dueAt" | "messageId" | "updatedAt">;

export async function settleNotifications(
  tx: Tx,
  organizationId: string,
  rows: readonly SettledNotification[],
): Promise<void> {
  await bulkUpdate(tx, notification, organizationId, rows);
}

/** The organizations in which a message is overdue since then. Outside any tenant: it names them. */
export async function listOverdueOrganizations(database: Database, since: Date): Promise<string[]> {
  const rows = await database.raw<{ id: string }[]>`
    select o.id from organization o
    where exists (select 1 from notification n where n.organization_id = o.id and n.status = 'waiting'
      and n.due_at <= ${since.toISOString()}::timestamptz)
    order by 1`;
  return rows.map(({ id }) => id);
}
