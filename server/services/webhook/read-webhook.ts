import "server-only";
import { z } from "zod";
import { findWebhook } from "@/db/queries/webhook/webhooks";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { shownWebhook } from "./shown-webhook";

/** One subscription, without its secret. */
export const readWebhook = query({
  permission: "settings.read",
  input: z.object({ id: z.uuid(), dialect: z.string().max(40).optional() }),
  run: async ({ tx, actor }, { id, dialect }) => {
    const row = found(await findWebhook(tx, actor.organizationId, id), "webhook");
    return shownWebhook(found(dialect === undefined || row.dialect === dialect ? row : undefined, "webhook"));
  },
});
