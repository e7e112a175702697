import "server-only";
import type { Tx } from "@/db/client";
import { findRowsSharingNumbers, saveRows } from "@/db/queries/intake/import-rows";
import { findDuplicateIds } from "@/server/domain/intake/find-duplicate-ids";
import type { OrderFile } from "@/server/domain/intake/validate-order-row";

/**
 * Marks rows whose order number an earlier row has, and clears the mark of those that are alone again. Looks at the
 * numbers given. Returns the lines it changed.
 */
export async function markDuplicates(
  tx: Tx,
  organizationId: string,
  importId: string,
  file: OrderFile,
  externalIds: readonly string[],
): Promise<number[]> {
  if (externalIds.length === 0) return [];
  const rows = await findRowsSharingNumbers(tx, organizationId, importId, externalIds);
  const duplicates = findDuplicateIds(rows, file.headers, file.mapping);
  const changed = rows.flatMap((row) => {
    if (row.status === "imported") return [];
    const duplicate = duplicates.get(row.rowNumber);
    const wasMarked = row.errors.find(({ code }) => code === "duplicate_id");
    if (duplicate?.message === wasMarked?.message) return [];
    const others = row.errors.filter(({ code }) => code !== "duplicate_id");
    const errors = duplicate ? [...others, duplicate] : others;
    return [{ ...row, errors, status: errors.length > 0 ? ("invalid" as const) : ("valid" as const) }];
  });
  await saveRows(tx, organizationId, importId, changed);
  return changed.map(({ rowNumber }) => rowNumber);
}
