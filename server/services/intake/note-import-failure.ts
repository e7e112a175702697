import "server-only";
import { z } from "zod";
import { lockImport, updateImport } from "@/db/queries/intake/find-import";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Notes why a run stopped, for people to see while it is tried again. What was imported stays imported. */
export const noteImportFailure = command({
  permission: "order.write",
  input: z.object({ importId: z.uuid(), failure: z.string().max(500) }),
  run: async ({ tx, actor, now }, { importId, failure }) => {
    found(await lockImport(tx, actor.organizationId, importId), "import");
    await updateImport(tx, actor.organizationId, importId, { failure, updatedAt: now });
    return changed({}, [{ type: "import.interrupted", entity: "import", entityId: importId, data: { failure } }]);
  },
});
