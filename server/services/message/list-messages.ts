import "server-only";
import { z } from "zod";
import { listOutbox, type OutboxStatus } from "@/db/queries/message/outbox";
import { withLinks } from "@/server/domain/message/link-mark";
import { MESSAGE_AUDIENCES } from "@/server/domain/message/message-purpose";
import { query } from "../kernel/query";

/** Messages that have not left, or perhaps not: somebody may have to hand over what is in them. */
const NOT_SURELY_SENT: readonly OutboxStatus[] = ["kept", "failed", "unknown"];

/**
 * What was written to people and what became of it, newest first, a page at a time. A customer's link opens something
 * only in messages that nobody else may have carried to him.
 */
export const listMessages = query({
  permission: "message.read",
  input: z.object({
    beforeId: z.uuid().optional(),
    routeId: z.uuid().optional(),
    deliveryId: z.uuid().optional(),
    audience: z.enum(MESSAGE_AUDIENCES).optional(),
    status: z.enum(["queued", "sending", "sent", "kept", "failed", "unknown"]).optional(),
    limit: z.int().min(1).max(200).default(50),
  }),
  prepare: async ({ ports }) => ports.ids,
  run: async ({ tx, actor, prepared: ids }, { limit, ...filter }) => {
    const rows = await listOutbox(tx, actor.organizationId, filter, limit);
    return rows.map(({ organizationId: _, html: __, trackingLinkId, ...message }) => {
      const isOpen = trackingLinkId !== null && NOT_SURELY_SENT.includes(message.status);
      return { ...message, body: withLinks(message.body, trackingLinkId, isOpen ? ids.tokenFor(trackingLinkId) : "…") };
    });
  },
});
