import { FLEET_COLUMNS } from "@/server/domain/intake/fleet-columns";
import { ORDER_COLUMNS } from "@/server/domain/intake/order-columns";
import type { ExportKind } from "@/server/domain/migration/vendor-export";

const LABELS = {
  orders: new Map<string, string>(ORDER_COLUMNS.map(({ key, label }) => [key, label])),
  drivers: new Map<string, string>(FLEET_COLUMNS.map(({ key, label }) => [key, label])),
};

/** What a field of our own files is called, as the import's own screens call it. */
export function exportFieldLabel(kind: ExportKind, field: string): string {
  return LABELS[kind].get(field) ?? field;
}
