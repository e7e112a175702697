import "server-only";
import { z } from "zod";
import { recountImport } from "@/db/queries/intake/count-import-rows";
import { findRows, saveRows, takeRows } from "@/db/queries/intake/import-rows";
import { checkRow } from "@/server/domain/intake/check-row";
import { changed, command, unchanged } from "../kernel/command";
import { lockOpenImport } from "./lock-open-import";
import { markDuplicates } from "./mark-duplicates";
import { orderFileOf } from "./order-file-of";
import { withKeptFields } from "./with-kept-fields";

const MOST_ROWS = 100_000;

/** Leaves rows out, or takes them back in. A skipped row no longer stands in the way of another with its number. */
export const skipImportRows = command({
  permission: "order.write",
  input: z.object({
    id: z.uuid(),
    rows: z.union([z.array(z.int().positive()).min(1).max(5000), z.literal("invalid")]),
    isSkipped: z.boolean().default(true),
  }),
  run: async ({ tx, actor }, { id, rows, isSkipped }) => {
    const { organizationId } = actor;
    const row = await lockOpenImport(tx, organizationId, id, ["checked", "imported", "failed"]);
    const readable = await orderFileOf(tx, row);
    const asked =
      rows === "invalid"
        ? await takeRows(tx, organizationId, id, "invalid", MOST_ROWS)
        : await findRows(tx, organizationId, id, rows);
    const chosen = asked.filter(({ status }) =>
      isSkipped ? status === "valid" || status === "invalid" : status === "skipped",
    );
    if (chosen.length === 0) return unchanged({ count: 0, counts: await recountImport(tx, organizationId, id) });
    const file = isSkipped ? readable.file : await withKeptFields(tx, organizationId, readable, chosen);
    const next = chosen.map((each) =>
      isSkipped ? { ...each, status: "skipped" as const } : { ...each, ...checkRow(each.cells, file) },
    );
    await saveRows(tx, organizationId, id, next);
    const numbers = new Set(next.flatMap(({ externalId }) => (externalId === null ? [] : [externalId])));
    await markDuplicates(tx, organizationId, id, file, [...numbers]);
    const counts = await recountImport(tx, organizationId, id);
    const data = { rows: chosen.length, isSkipped };
    return changed({ count: chosen.length, counts }, [
      { type: "import.corrected", entity: "import", entityId: id, data },
    ]);
  },
});
