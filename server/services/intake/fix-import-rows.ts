import "server-only";
import { z } from "zod";
import { recountImport } from "@/db/queries/intake/count-import-rows";
import { findRows, type ImportRowState, saveRows } from "@/db/queries/intake/import-rows";
import { checkRow } from "@/server/domain/intake/check-row";
import { editCells } from "@/server/domain/intake/edit-cells";
import { changed, command } from "../kernel/command";
import { noSuch, ServiceError } from "../kernel/service-error";
import { lockOpenImport } from "./lock-open-import";
import { markDuplicates } from "./mark-duplicates";
import { orderFileOf } from "./order-file-of";
import { withKeptFields } from "./with-kept-fields";

/** Writes cells of rows anew and checks those rows at once, also against the others. Answers with every row that changed. */
export const fixImportRows = command({
  permission: "order.write",
  input: z.object({
    id: z.uuid(),
    rows: z
      .array(
        z.object({
          rowNumber: z.int().positive(),
          /** 0-based column → its new text. */
          cells: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(10_000)),
        }),
      )
      .min(1)
      .max(1000),
  }),
  run: async ({ tx, actor }, { id, rows }) => {
    const { organizationId } = actor;
    const row = await lockOpenImport(tx, organizationId, id, ["checked", "imported", "failed"]);
    const readable = await orderFileOf(tx, row);
    const edits = new Map(rows.map(({ rowNumber, cells }) => [rowNumber, cells]));
    const before = await findRows(tx, organizationId, id, [...edits.keys()]);
    refuseUnfixable(before, edits.size);
    const edited = before.map((each) => ({
      ...each,
      cells: editCells(each.cells, edits.get(each.rowNumber) ?? {}, row.headers.length),
      edited: true,
    }));
    const file = await withKeptFields(tx, organizationId, readable, edited);
    const after = edited.map((each) => ({ ...each, ...checkRow(each.cells, file) }));
    await saveRows(tx, organizationId, id, after);
    const numbers = [...before, ...after].flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
    const touched = await markDuplicates(tx, organizationId, id, file, [...new Set(numbers)]);
    const counts = await recountImport(tx, organizationId, id);
    const changedRows = await findRows(tx, organizationId, id, [...new Set([...edits.keys(), ...touched])]);
    const fixed = changedRows.filter(({ status }) => status === "valid").length;
    return changed({ rows: changedRows, counts }, [
      { type: "import.corrected", entity: "import", entityId: id, data: { rows: [...edits.keys()], fixed } },
    ]);
  },
});

function refuseUnfixable(rows: readonly ImportRowState[], wanted: number): void {
  if (rows.length < wanted) throw noSuch("import row");
  const imported = rows.find(({ status }) => status === "imported");
  if (!imported) return;
  const message = `Line ${imported.rowNumber} is imported already. Edit the order itself.`;
  throw new ServiceError("refused", message, { reason: "imported", rowNumber: imported.rowNumber });
}
