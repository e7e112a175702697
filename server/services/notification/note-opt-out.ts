import "server-only";
import { z } from "zod";
import { insertOptOut } from "@/db/queries/notification/opt-outs";
import { NOTIFICATION_CHANNELS } from "@/server/domain/notification/notification-policy";
import { optOutAddress } from "@/server/domain/notification/opt-out-address";
import { command, untraced } from "../kernel/command";

/** Takes down that a gateway knows somebody to have said no: he is not written by that channel any more. */
export const noteOptOut = command({
  permission: "plan.dispatch",
  input: z.object({ channel: z.enum(NOTIFICATION_CHANNELS), address: z.string().min(1).max(320) }),
  run: async ({ tx, actor: { organizationId }, now }, { channel, address }) => {
    const row = { organizationId, channel, address: optOutAddress(channel, address), createdAt: now };
    return untraced({ isNews: await insertOptOut(tx, row) });
  },
});
