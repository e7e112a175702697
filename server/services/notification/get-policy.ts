import "server-only";
import { z } from "zod";
import { findNotificationSettings } from "@/db/queries/notification/notification-settings";
import { query } from "../kernel/query";

/** The organization’s rules for messages to customers, by default where nothing was chosen; and since when. */
export const getNotificationPolicy = query({
  permission: "settings.read",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const { policy, changedAt } = await findNotificationSettings(tx, actor.organizationId);
    return { policy, changedAt: changedAt?.toISOString() ?? null };
  },
});
