import { quoted } from "./cell-result";
import type { RowIssue } from "./intake-issue";
import { ORDER_COLUMN_BY_KEY, type OrderField, type OrderMapping } from "./order-columns";
import { RowReader } from "./row-reader";

export interface NumberedRow {
  /** Line in the file, 1-based. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/**
 * Rows whose order number an earlier row of the file already has → an error naming that row's line. Empty when the file
 * has no order numbers; empty ones do not count. Order numbers are compared as written, letter case included.
 */
export function findDuplicateIds(
  rows: Iterable<NumberedRow>,
  headers: readonly string[],
  mapping: OrderMapping,
): Map<number, RowIssue> {
  const issues = new Map<number, RowIssue>();
  const ref = mapping.fields.external_id;
  if (ref === undefined) return issues;
  const onlyId: OrderMapping = { fields: { external_id: ref }, custom: {} };
  const firstLine = new Map<string, number>();
  for (const { rowNumber, cells } of rows) {
    const id = new RowReader<OrderField>(cells, headers, onlyId, ORDER_COLUMN_BY_KEY).text("external_id");
    if (id === "") continue;
    const first = firstLine.get(id);
    if (first === undefined) {
      firstLine.set(id, rowNumber);
      continue;
    }
    const columnIndex = typeof ref === "number" ? ref : (ref[0] ?? 0);
    issues.set(rowNumber, {
      field: "external_id",
      column: headers[columnIndex] ?? "",
      columnIndex,
      code: "duplicate_id",
      message: `${quoted(id)} is already the order number of line ${first}. Change one of them or remove this line.`,
      value: id,
    });
  }
  return issues;
}
