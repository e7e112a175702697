import "server-only";
import { z } from "zod";
import { findLinkRecipient } from "@/db/queries/notification/link-recipient";
import { deleteOptOut, insertOptOut } from "@/db/queries/notification/opt-outs";
import { messageChoices } from "@/server/domain/notification/message-choices";
import { NOTIFICATION_CHANNELS } from "@/server/domain/notification/notification-policy";
import { optOutAddress } from "@/server/domain/notification/opt-out-address";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/**
 * The person behind a link says no to messages, or takes it back: by one channel, or by all that the link is about. It
 * holds for his address, whatever the order. Saying it again changes nothing.
 */
export const chooseMessages = command({
  permission: "plan.dispatch",
  input: z.object({ linkId: z.uuid(), channel: z.enum(NOTIFICATION_CHANNELS).nullable(), isStopped: z.boolean() }),
  run: async ({ tx, actor: { organizationId }, now }, { linkId, channel, isStopped }) => {
    const person = found(await findLinkRecipient(tx, organizationId, linkId), "stop");
    const meant = messageChoices(person).filter((each) => channel === null || each.channel === channel);
    const news: string[] = [];
    for (const each of meant) {
      const address = optOutAddress(each.channel, each.channel === "email" ? person.email : person.phone);
      const row = { organizationId, channel: each.channel, address };
      const isNews = isStopped ? await insertOptOut(tx, { ...row, createdAt: now }) : await deleteOptOut(tx, row);
      if (isNews) news.push(each.channel);
    }
    if (news.length === 0) return unchanged({ channels: news });
    const event = { entity: "delivery", entityId: person.deliveryId, data: { channels: news } };
    return changed({ channels: news }, [
      { type: isStopped ? "delivery.messages-stopped" : "delivery.messages-resumed", ...event },
    ]);
  },
});
