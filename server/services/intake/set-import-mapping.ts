import "server-only";
import { z } from "zod";
import { recountImport } from "@/db/queries/intake/count-import-rows";
import { saveMapping, updateImport } from "@/db/queries/intake/find-import";
import { resetCheckedRows } from "@/db/queries/intake/import-rows";
import { headerSignature } from "@/server/domain/intake/header-signature";
import { importSettingsSchema } from "@/server/domain/intake/import-settings";
import { changed, command } from "../kernel/command";
import { lockOpenImport } from "./lock-open-import";

/**
 * Says what the columns mean and what to assume, remembers it for files with the same headings (all but the day), and
 * has every row checked that is not imported or skipped.
 */
export const setImportMapping = command({
  permission: "order.write",
  input: z.object({ id: z.uuid(), settings: importSettingsSchema }),
  run: async (scope, { id, settings }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const row = await lockOpenImport(tx, organizationId, id, ["uploaded", "checking", "checked", "imported", "failed"]);
    await resetCheckedRows(tx, organizationId, id);
    await updateImport(tx, organizationId, id, {
      status: "checking",
      settings: { ...settings, isRemembered: row.settings.isRemembered === true },
      failure: null,
      updatedAt: now,
    });
    await recountImport(tx, organizationId, id);
    const { serviceDate: _, ...remembered } = settings;
    await saveMapping(tx, {
      organizationId,
      id: scope.newId(),
      headerSignature: headerSignature(row.headers),
      settings: remembered,
      createdAt: now,
      updatedAt: now,
    });
    await scope.enqueue("check-import", { importId: id });
    return changed({ id }, [
      { type: "import.corrected", entity: "import", entityId: id, before: row.settings, after: settings },
    ]);
  },
});
