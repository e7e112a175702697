import "server-only";
import { deleteOptOut } from "@/db/queries/notification/opt-outs";
import { optOutSchema } from "@/server/domain/notification/opt-out";
import { changed, command, unchanged } from "../kernel/command";

/** Lets somebody be written by a channel again; only on his own word. The log says that it was done, not whose address it is. */
export const removeOptOut = command({
  permission: "settings.write",
  input: optOutSchema,
  run: async ({ tx, actor: { organizationId } }, optOut) => {
    if (!(await deleteOptOut(tx, { organizationId, ...optOut }))) return unchanged({ channel: optOut.channel });
    return changed({ channel: optOut.channel }, [
      {
        type: "organization.notification-changed",
        entity: "organization",
        entityId: organizationId,
        data: { channel: optOut.channel, isOptedOut: false },
      },
    ]);
  },
});
