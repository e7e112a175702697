import "server-only";
import { z } from "zod";
import { lockMessage, setMessageStatus } from "@/db/queries/message/outbox";
import { isOptedOut } from "@/db/queries/notification/opt-outs";
import { findListing } from "@/db/queries/partner/exchanges";
import { linkMark, withLinks } from "@/server/domain/message/link-mark";
import { isForCustomer } from "@/server/domain/message/message-purpose";
import { emailDocument } from "@/server/domain/notification/email-html";
import { optOutAddress } from "@/server/domain/notification/opt-out-address";
import type { OutgoingMessage } from "@/server/ports/messenger";
import { changed, command, unchanged } from "../kernel/command";

/**
 * Takes a message up for sending; null when there is nothing to send. A message that somebody was sending when their
 * process died may have arrived: it is marked `unknown`, and never sent again by itself; should its sender be alive after all,
 * it still says what became of it. A customer who has said no since it was written is not sent it.
 */
export const claimMessage = command({
  permission: "plan.dispatch",
  input: z.object({ messageId: z.uuid() }),
  run: async ({ tx, actor, now, baseUrl, tokenFor }, { messageId }) => {
    const { organizationId } = actor;
    const message = await lockMessage(tx, organizationId, messageId);
    if (message?.status === "sending") {
      const failure = "Sending broke off: it may have arrived.";
      await setMessageStatus(tx, organizationId, messageId, { status: "unknown", failure, updatedAt: now });
      const event = { type: "message.failed" as const, entity: "message", entityId: messageId };
      return changed<OutgoingMessage | null>(null, [{ ...event, data: { status: "unknown" } }]);
    }
    // `failed` surely did not arrive: the queue tries again.
    if (message?.status !== "queued" && message?.status !== "failed") return unchanged<OutgoingMessage | null>(null);
    const { channel, recipient: to, senderName, subject, body, html, trackingLinkId, deliveryId } = message;
    const address = optOutAddress(channel, to);
    if (isForCustomer(message.purpose) && (await isOptedOut(tx, { organizationId, channel, address }))) {
      const failure = "Not sent: its recipient has said no to such messages.";
      await setMessageStatus(tx, organizationId, messageId, { status: "failed", failure, updatedAt: now });
      const data = { status: "failed", channel, ...(deliveryId && { deliveryId }), failure };
      return changed<OutgoingMessage | null>(null, [
        { type: "message.failed", entity: "message", entityId: messageId, data },
      ]);
    }
    const attachment = message.exchangeId && (await findListing(tx, organizationId, message.exchangeId));
    await setMessageStatus(tx, organizationId, messageId, { status: "sending", updatedAt: now });
    const token = trackingLinkId ? tokenFor(trackingLinkId) : "";
    const opened = (text: string) => withLinks(text, trackingLinkId, token);
    return unchanged<OutgoingMessage | null>({
      channel,
      to,
      text: opened(body),
      id: messageId,
      ...(senderName !== "" && channel === "email" && { fromName: senderName }),
      ...(subject !== "" && { subject }),
      ...(attachment && { attachment }),
      ...(html !== "" && { html: emailDocument(opened(html)) }),
      ...(trackingLinkId &&
        channel === "email" && { unsubscribeAt: `${opened(linkMark(baseUrl, trackingLinkId))}/messages` }),
    });
  },
});
