import "server-only";
import { insertOptOut } from "@/db/queries/notification/opt-outs";
import { optOutSchema } from "@/server/domain/notification/opt-out";
import { changed, command, unchanged } from "../kernel/command";

/** Writes down that somebody does not want messages by a channel: it holds for all of his orders, at once. The log says that it was done, not whose address it is. */
export const addOptOut = command({
  permission: "order.write",
  input: optOutSchema,
  run: async ({ tx, actor: { organizationId }, now }, optOut) => {
    if (!(await insertOptOut(tx, { organizationId, ...optOut, createdAt: now })))
      return unchanged({ channel: optOut.channel });
    return changed({ channel: optOut.channel }, [
      {
        type: "organization.notification-changed",
        entity: "organization",
        entityId: organizationId,
        data: { channel: optOut.channel, isOptedOut: true },
      },
    ]);
  },
});
