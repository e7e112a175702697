import "server-only";
import { z } from "zod";
import { updateImport } from "@/db/queries/intake/find-import";
import { deleteRows } from "@/db/queries/intake/import-rows";
import { changed, command } from "../kernel/command";
import { lockOpenImport } from "./lock-open-import";

/** Puts an import away with its rows. Deliveries that were made of it stay. */
export const discardImport = command({
  permission: "order.write",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    const { organizationId } = actor;
    const allowed = ["uploaded", "checking", "checked", "imported", "failed"] as const;
    const row = await lockOpenImport(tx, organizationId, id, allowed);
    await deleteRows(tx, organizationId, id);
    await updateImport(tx, organizationId, id, { status: "discarded", updatedAt: now });
    return changed({ id }, [
      { type: "import.discarded", entity: "import", entityId: id, data: { fileName: row.fileName } },
    ]);
  },
});
