import "server-only";
import { insertMessages } from "@/db/queries/plan/assignments";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { LetterText } from "@/server/domain/message/message-words";
import type { CommandScope } from "../kernel/command";

/** Puts a letter to a partner into the outbox, once for each of his addresses; `exchangeId`: what goes with it as a file. */
export async function writeToPartner(
  { tx, actor, now, newId, enqueueAll }: Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueueAll">,
  purpose: "partner-manifest" | "partner-cancelled",
  to: { readonly name: string; readonly emails: readonly string[] },
  { subject, email: body }: LetterText,
  exchangeId?: string,
): Promise<DomainEvent[]> {
  const ids = to.emails.map(() => newId());
  const { organizationId } = actor;
  const about = { organizationId, channel: "email" as const, recipientName: to.name, subject, body, purpose };
  await insertMessages(
    tx,
    to.emails.map((recipient, index) => ({
      ...about,
      id: ids[index]!,
      recipient,
      status: "queued" as const,
      ...(exchangeId && { exchangeId }),
      createdAt: now,
      updatedAt: now,
    })),
  );
  await enqueueAll(
    "send-message",
    ids.map((messageId) => ({ messageId })),
  );
  return ids.map((entityId) => ({
    type: "message.queued",
    entity: "message",
    entityId,
    data: { channel: "email", purpose },
  }));
}
