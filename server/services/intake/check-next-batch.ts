import "server-only";
import { z } from "zod";
import { recountImport } from "@/db/queries/intake/count-import-rows";
import { lockImport, updateImport } from "@/db/queries/intake/find-import";
import { findRepeatedNumbers, saveRows, takeRows } from "@/db/queries/intake/import-rows";
import { checkRow } from "@/server/domain/intake/check-row";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { markDuplicates } from "./mark-duplicates";
import { orderFileOf } from "./order-file-of";
import { withKeptFields } from "./with-kept-fields";

/** Checks an import's next rows, always by the mapping that holds at this moment; after the last, compares them all. */
export const checkNextBatch = command({
  permission: "order.write",
  input: z.object({ importId: z.uuid(), limit: z.int().min(1).max(10_000).default(2500) }),
  run: async ({ tx, actor, now }, { importId, limit }) => {
    const { organizationId } = actor;
    const row = found(await lockImport(tx, organizationId, importId), "import");
    if (row.status !== "checking") return unchanged({ isDone: true });
    const readable = await orderFileOf(tx, row);
    const rows = await takeRows(tx, organizationId, importId, "pending", limit);
    const file = await withKeptFields(tx, organizationId, readable, rows);
    const checked = rows.map((each) => ({ ...each, ...checkRow(each.cells, file) }));
    await saveRows(tx, organizationId, importId, checked);
    const isDone = rows.length < limit;
    if (isDone) {
      const repeated = await findRepeatedNumbers(tx, organizationId, importId);
      await markDuplicates(tx, organizationId, importId, file, repeated);
    }
    await updateImport(tx, organizationId, importId, { ...(isDone && { status: "checked" }), updatedAt: now });
    const counts = await recountImport(tx, organizationId, importId);
    return changed({ isDone }, [
      { type: "import.checked", entity: "import", entityId: importId, data: { ...counts, isDone } },
    ]);
  },
});
