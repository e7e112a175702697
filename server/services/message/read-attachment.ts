import "server-only";
import { z } from "zod";
import { findMessage } from "@/db/queries/message/outbox";
import { findListing } from "@/db/queries/partner/exchanges";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** The file that goes with a message; null for one without, and once it is kept no longer. */
export const readAttachment = query({
  permission: "message.read",
  input: z.object({ messageId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { messageId }) => {
    const { exchangeId } = found(await findMessage(tx, organizationId, messageId), "message");
    return (exchangeId && (await findListing(tx, organizationId, exchangeId))) || null;
  },
});
