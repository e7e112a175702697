import "server-only";
import { listMembersWhoMay } from "@/db/queries/access/list-members-who-may";
import { findOrganization } from "@/db/queries/organization/find-organization";
import { insertMessages, type OutboxInsert } from "@/db/queries/plan/assignments";
import { findHomeCustoms } from "@/db/queries/preference/member-preferences";
import type { WebhookRow } from "@/db/queries/webhook/webhooks";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { messageWords } from "@/server/domain/message/message-words";
import type { WebhookHealth, WebhookNews } from "@/server/domain/webhook/webhook-health";
import type { CommandScope } from "../kernel/command";

/**
 * Writes to everybody who may do something about a subscriber that does not take what it is told, each in his language.
 * In the transaction that found it out, whose row is held: so once, however many processes send.
 */
export async function writeWebhookNews(
  { tx, actor, now, baseUrl, newId, enqueue }: CommandScope<unknown>,
  { id, url }: Pick<WebhookRow, "id" | "url">,
  { status, stopReason, consecutiveFailures }: WebhookHealth,
  news: NonNullable<WebhookNews>,
): Promise<DomainEvent[]> {
  const { organizationId } = actor;
  const readers = await listMembersWhoMay(tx, organizationId, "settings.write");
  if (readers.length === 0) return [];
  const { country, language: chosen } = await findHomeCustoms(tx, organizationId);
  const home = chosen ?? (country === null ? "en" : messageReaderOf(country).language);
  const organization = (await findOrganization(tx, organizationId))?.name ?? "";
  const state = status === "active" ? "failing" : stopReason === "gone" ? "gone" : "paused";
  const failures = news.kind === "failing" ? news.failures : consecutiveFailures;
  const link = `${baseUrl}/settings/webhooks?webhook=${id}`;
  const letters = readers.map(({ name, email, language }) => {
    const words = messageWords(language === "auto" ? home : language);
    const text = words.webhookTrouble({ name, organization, host: new URL(url).host, failures, state, link });
    const message: OutboxInsert & { readonly id: string } = {
      organizationId,
      id: newId(),
      channel: "email",
      recipient: email,
      recipientName: name,
      subject: text.subject,
      body: text.email,
      purpose: `webhook-${state}`,
      status: "queued",
      createdAt: now,
      updatedAt: now,
    };
    return message;
  });
  await insertMessages(tx, letters);
  for (const { id: messageId } of letters) await enqueue("send-message", { messageId });
  return letters.map((letter) => ({
    type: "message.queued",
    entity: "message",
    entityId: letter.id,
    data: { channel: "email", purpose: letter.purpose },
  }));
}
