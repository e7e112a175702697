import "server-only";
import { z } from "zod";
import { hasApiKey, revokeApiKey as shutApiKey } from "@/db/queries/api/api-keys";
import { changed, command, unchanged } from "../kernel/command";
import { noSuch } from "../kernel/service-error";

/** Shuts a key for good, and every token that was given out for it, from the next request on. */
export const revokeApiKey = command({
  permission: "members.manage",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    const { organizationId } = actor;
    if (await shutApiKey(tx, organizationId, id, now)) {
      return changed({ id }, [{ type: "api-key.revoked", entity: "api-key", entityId: id }]);
    }
    if (!(await hasApiKey(tx, organizationId, id))) throw noSuch("API key");
    return unchanged({ id });
  },
});
