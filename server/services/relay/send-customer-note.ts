import "server-only";
import { z } from "zod";
import { countMessages, lockMessage } from "@/db/queries/message/outbox";
import { insertMessages } from "@/db/queries/plan/assignments";
import { listRouteCallees } from "@/db/queries/relay/relay-calls";
import { CUSTOMER_NOTES } from "@/server/domain/message/customer-note";
import { messageReaderOf } from "@/server/domain/message/message-reader";
import { messageWords } from "@/server/domain/message/message-words";
import { changed, command, unchanged } from "../kernel/command";
import { found, noSuch, ServiceError } from "../kernel/service-error";

const PURPOSE = "customer-note";
const MOST_NOTES = 5;

/**
 * Writes to whoever waits at one of the acting driver's doors, in our words and from our number: the driver never learns
 * theirs. The device names the message, so that a repeated request sends once.
 */
export const sendCustomerNote = command({
  permission: "run.write",
  input: z.object({ messageId: z.uuid(), visitId: z.uuid(), note: z.enum(CUSTOMER_NOTES) }),
  run: async ({ tx, actor, now, enqueue }, { messageId, visitId, note }) => {
    const { organizationId } = actor;
    const routeId = found(actor.routeId, "route");
    const callees = await listRouteCallees(tx, organizationId, routeId);
    const callee = found(
      callees.find((each) => each.visitId === visitId),
      "stop",
    );
    if (callee.phone === "") throw noSuch("person");
    if (await lockMessage(tx, organizationId, messageId)) return unchanged({ messageId });
    if ((await countMessages(tx, organizationId, { routeId, recipient: callee.phone, purpose: PURPOSE })) >= MOST_NOTES)
      throw new ServiceError("rate-limited", "This customer has been written to often enough.", {
        reason: "notes-spent",
      });
    const { language } = messageReaderOf(callee.country, callee.language);
    await insertMessages(tx, [
      {
        organizationId,
        id: messageId,
        channel: "sms",
        recipient: callee.phone,
        recipientName: callee.name,
        body: messageWords(language).customerNote({ note, sender: callee.sender, order: callee.orderName ?? "" }),
        purpose: PURPOSE,
        status: "queued",
        routeId,
        createdAt: now,
        updatedAt: now,
      },
    ]);
    await enqueue("send-message", { messageId });
    return changed({ messageId }, [
      {
        type: "message.queued",
        entity: "message",
        entityId: messageId,
        planId: callee.planId,
        data: { channel: "sms", routeId, purpose: PURPOSE },
      },
    ]);
  },
});
