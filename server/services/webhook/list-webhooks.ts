import "server-only";
import { z } from "zod";
import { listWebhooks as selectWebhooks } from "@/db/queries/webhook/webhooks";
import { query } from "../kernel/query";
import { shownWebhook } from "./shown-webhook";

/** Who hears what happens, newest first, and how they are, without their secrets. */
export const listWebhooks = query({
  permission: "settings.read",
  input: z.object({ dialect: z.string().max(40).optional() }),
  run: async ({ tx, actor }, { dialect }) =>
    (await selectWebhooks(tx, actor.organizationId, dialect)).map(shownWebhook),
});
