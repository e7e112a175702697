import "server-only";
import { z } from "zod";
import { lockApiKey, revokeApiKey as shutApiKey } from "@/db/queries/api/api-keys";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Shuts a key for good, and every token that was given out for it, from the next request on. */
export const revokeApiKey = command({
  permission: "members.manage",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    const { organizationId } = actor;
    const { name, prefix } = found(await lockApiKey(tx, organizationId, id), "API key");
    if (!(await shutApiKey(tx, organizationId, id, now))) return unchanged({ id });
    return changed({ id }, [{ type: "api-key.revoked", entity: "api-key", entityId: id, data: { name, prefix } }]);
  },
});
