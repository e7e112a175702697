import "server-only";
import { z } from "zod";
import { lockMessage, type OutboxStatus, setMessageStatus } from "@/db/queries/message/outbox";
import { audienceOf } from "@/server/domain/message/message-purpose";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** It has not arrived, or nobody knows: a person may take the risk that it arrives twice. */
const RESENDABLE: readonly OutboxStatus[] = ["failed", "unknown"];

/**
 * Sends a letter to a partner once more, with the file that goes with it. Refused (`not-resendable`) where it has left or is
 * just leaving, and for anybody else: what is written to drivers and customers may not be so any more, and is asked for
 * where it is about.
 */
export const resendMessage = command({
  permission: "plan.dispatch",
  input: z.object({ messageId: z.uuid() }),
  run: async ({ tx, actor: { organizationId }, now, enqueue }, { messageId }) => {
    const { status, purpose, channel } = found(await lockMessage(tx, organizationId, messageId), "message");
    const isPartners = audienceOf(purpose) === "partners";
    if (isPartners && status === "queued") return unchanged({ status });
    if (!isPartners || !RESENDABLE.includes(status)) {
      throw new ServiceError("refused", "This message is not sent again.", { reason: "not-resendable" });
    }
    const queued = { status: "queued", via: "", failure: null, updatedAt: now } as const;
    await setMessageStatus(tx, organizationId, messageId, queued);
    await enqueue("send-message", { messageId });
    const change = { before: { status }, after: { status: queued.status } };
    return changed({ status: queued.status }, [
      { type: "message.queued", entity: "message", entityId: messageId, data: { channel, purpose }, ...change },
    ]);
  },
});
