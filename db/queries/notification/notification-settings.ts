import "server-only";
import { and, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notificationPolicy, notificationTemplate } from "@/db/schema/notification";
import { type NotificationPolicy, readNotificationPolicy } from "@/server/domain/notification/notification-policy";

/** An organization's rules for messages to customers, by default where nothing was chosen. */
export async function findNotificationPolicy(tx: Tx, organizationId: string): Promise<NotificationPolicy> {
  return (await findNotificationSettings(tx, organizationId)).policy;
}

/** The same, with when they were chosen; null: never. */
export async function findNotificationSettings(
  tx: Tx,
  organizationId: string,
): Promise<{ policy: NotificationPolicy; changedAt: Date | null }> {
  const [row] = await tx.select().from(notificationPolicy).where(eq(notificationPolicy.organizationId, organizationId));
  return { policy: readNotificationPolicy(row?.policy), changedAt: row?.updatedAt ?? null };
}

/** Saves what replaces the policy of `seenAt` (null: none yet); false where another one is there by now. */
export async function putNotificationPolicy(
  tx: Tx,
  row: typeof notificationPolicy.$inferInsert,
  seenAt: Date | null,
): Promise<boolean> {
  const saved = seenAt
    ? await tx
        .update(notificationPolicy)
        .set(row)
        .where(and(eq(notificationPolicy.organizationId, row.organizationId), eq(notificationPolicy.updatedAt, seenAt)))
        .returning({ updatedAt: notificationPolicy.updatedAt })
    : await tx
        .insert(notificationPolicy)
        .values(row)
        .onConflictDoNothing()
        .returning({ updatedAt: notificationPolicy.updatedAt });
  return saved.length > 0;
}

export type TemplateRow = typeof notificationTemplate.$inferSelect;
type TemplateKey = Pick<TemplateRow, "organizationId" | "trigger" | "language">;

/** What an organization has worded itself, in all languages. */
export async function listOwnTemplates(tx: Tx, organizationId: string): Promise<TemplateRow[]> {
  return tx.select().from(notificationTemplate).where(eq(notificationTemplate.organizationId, organizationId));
}

/** Saves what replaces the wording of `seenAt` (null: ours); false where another one is there by now. */
export async function putTemplate(
  tx: Tx,
  row: typeof notificationTemplate.$inferInsert,
  seenAt: Date | null,
): Promise<boolean> {
  const saved = seenAt
    ? await tx
        .update(notificationTemplate)
        .set(row)
        .where(isTemplate(row, seenAt))
        .returning({ updatedAt: notificationTemplate.updatedAt })
    : await tx
        .insert(notificationTemplate)
        .values(row)
        .onConflictDoNothing()
        .returning({ updatedAt: notificationTemplate.updatedAt });
  return saved.length > 0;
}

/** Takes back the wording of `seenAt`; false where it is not there any more. */
export async function deleteTemplate(tx: Tx, key: TemplateKey, seenAt: Date): Promise<boolean> {
  const gone = await tx
    .delete(notificationTemplate)
    .where(isTemplate(key, seenAt))
    .returning({ trigger: notificationTemplate.trigger });
  return gone.length > 0;
}

function isTemplate({ organizationId, trigger, language }: TemplateKey, seenAt: Date): SQL | undefined {
  return and(
    eq(notificationTemplate.organizationId, organizationId),
    eq(notificationTemplate.trigger, trigger),
    eq(notificationTemplate.language, language),
    eq(notificationTemplate.updatedAt, seenAt),
  );
}
