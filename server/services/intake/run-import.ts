import "server-only";
import { z } from "zod";
import { countImportRows } from "@/db/queries/intake/count-import-rows";
import { updateImport } from "@/db/queries/intake/find-import";
import { changed, command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { lockOpenImport } from "./lock-open-import";

/**
 * Begins to make deliveries of all rows that are in order; the rest can be put right and imported later. Of what exists it
 * touches no more than whoever begins it sees at this moment.
 */
export const runImport = command({
  permission: "order.write",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now, enqueue }, { id }) => {
    const { organizationId } = actor;
    await lockOpenImport(tx, organizationId, id, ["checked", "imported", "failed", "importing"]);
    const { valid } = await countImportRows(tx, organizationId, id);
    if (valid === 0) {
      throw new ServiceError("refused", "No row is ready to be imported.", { reason: "nothing_to_import" });
    }
    await updateImport(tx, organizationId, id, { status: "importing", failure: null, updatedAt: now });
    await enqueue("run-import", { importId: id, ...(actor.reach && { reach: actor.reach }) });
    return changed({ rows: valid }, [
      { type: "import.started", entity: "import", entityId: id, data: { rows: valid } },
    ]);
  },
});
