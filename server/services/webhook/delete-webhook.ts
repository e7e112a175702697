import "server-only";
import { z } from "zod";
import { lockWebhook, deleteWebhook as removeWebhook } from "@/db/queries/webhook/webhooks";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Ends a subscription; what waits for it is not sent any more, and its log goes with it. */
export const deleteWebhook = command({
  permission: "settings.write",
  input: z.object({ id: z.uuid(), dialect: z.string().max(40).optional() }),
  run: async ({ tx, actor }, { id, dialect }) => {
    const row = found(await lockWebhook(tx, actor.organizationId, id), "webhook");
    found(dialect === undefined || row.dialect === dialect ? row : undefined, "webhook");
    await removeWebhook(tx, actor.organizationId, id);
    const before = { dialect: row.dialect, url: row.url, topics: row.topics };
    return changed({ id }, [{ type: "webhook.deleted", entity: "webhook", entityId: id, before }]);
  },
});
