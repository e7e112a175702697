import "server-only";
import { z } from "zod";
import { findNotificationPolicy } from "@/db/queries/notification/notification-settings";
import { query } from "../kernel/query";

/** The organization’s rules for messages to customers, by default where nothing was chosen. */
export const getNotificationPolicy = query({
  permission: "settings.read",
  input: z.object({}),
  run: ({ tx, actor }) => findNotificationPolicy(tx, actor.organizationId),
});
