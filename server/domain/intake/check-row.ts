import type { ImportRowStatus } from "./import-settings";
import type { RowIssue } from "./intake-issue";
import { rowExternalId } from "./row-external-id";
import { rowServiceDate } from "./row-service-date";
import { type OrderFile, validateOrderRow } from "./validate-order-row";

export interface CheckedRow {
  readonly status: Extract<ImportRowStatus, "valid" | "invalid">;
  readonly errors: readonly RowIssue[];
  readonly warnings: readonly RowIssue[];
  readonly externalId: string | null;
  readonly serviceDate: string | null;
}

/** A row by itself: whether it can become a delivery, its day, and its order number for comparing it with others. */
export function checkRow(cells: readonly string[], file: OrderFile): CheckedRow {
  const verdict = validateOrderRow(cells, file);
  return {
    status: verdict.ok ? "valid" : "invalid",
    errors: verdict.ok ? [] : verdict.errors,
    warnings: verdict.warnings,
    externalId: rowExternalId(cells, file.headers, file.mapping),
    serviceDate: verdict.ok ? (verdict.delivery.serviceDate ?? null) : rowServiceDate(cells, file),
  };
}
