import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notificationPolicy, notificationTemplate } from "@/db/schema/notification";
import { type NotificationPolicy, readNotificationPolicy } from "@/server/domain/notification/notification-policy";

/** An organization's rules for messages to customers, by default where nothing was chosen. */
export async function findNotificationPolicy(tx: Tx, organizationId: string): Promise<NotificationPolicy> {
  const [row] = await tx
    .select({ policy: notificationPolicy.policy })
    .from(notificationPolicy)
    .where(eq(notificationPolicy.organizationId, organizationId));
  return readNotificationPolicy(row?.policy);
}

export async function putNotificationPolicy(tx: Tx, row: typeof notificationPolicy.$inferInsert): Promise<void> {
  await tx
    .insert(notificationPolicy)
    .values(row)
    .onConflictDoUpdate({
      target: [notificationPolicy.organizationId],
      set: { policy: row.policy, updatedAt: row.updatedAt },
    });
}

export type TemplateRow = typeof notificationTemplate.$inferSelect;

/** What an organization has worded itself, in all languages. */
export async function listOwnTemplates(tx: Tx, organizationId: string): Promise<TemplateRow[]> {
  return tx.select().from(notificationTemplate).where(eq(notificationTemplate.organizationId, organizationId));
}

export async function putTemplate(tx: Tx, row: typeof notificationTemplate.$inferInsert): Promise<void> {
  const { subject, email, sms, updatedAt } = row;
  await tx
    .insert(notificationTemplate)
    .values(row)
    .onConflictDoUpdate({
      target: [notificationTemplate.organizationId, notificationTemplate.trigger, notificationTemplate.language],
      set: { subject, email, sms, updatedAt },
    });
}
