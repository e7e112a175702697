import { columnsOf } from "@/server/domain/intake/column-mapping";
import {
  ORDER_COLUMN_BY_KEY,
  ORDER_FIELDS,
  type OrderField,
  type OrderMapping,
} from "@/server/domain/intake/order-columns";
import type { UpsertMode } from "@/server/domain/order/delivery-schema";

/** What a column of the file is for: a field, a field of the orders' own (without `name`: of its own name), or nothing. */
export type ColumnUse = { kind: "field"; field: OrderField } | { kind: "custom"; name?: string } | { kind: "none" };

/** What the column is for now. */
export function columnUse(mapping: OrderMapping, column: number): ColumnUse {
  const field = ORDER_FIELDS.find((each) => columnsOf(mapping, each).includes(column));
  if (field) return { kind: "field", field };
  const [name] = Object.entries(mapping.custom).find(([, each]) => each === column) ?? [];
  return name === undefined ? { kind: "none" } : { kind: "custom", name };
}

function withoutColumn(mapping: OrderMapping, column: number): OrderMapping {
  const fields = Object.entries(mapping.fields).flatMap(([field, ref]) => {
    const left = (typeof ref === "number" ? [ref] : ref).filter((each) => each !== column);
    return left.length === 0 ? [] : [[field, left.length === 1 ? left[0] : left] as const];
  });
  const custom = Object.entries(mapping.custom).filter(([, each]) => each !== column);
  return { fields: Object.fromEntries(fields), custom: Object.fromEntries(custom) };
}

/** A name for a custom field that no other has. */
function customName(mapping: OrderMapping, heading: string, column: number): string {
  const plain = heading.trim().slice(0, 60) || `Column ${column + 1}`;
  return plain in mapping.custom ? `${plain.slice(0, 54)} (${column + 1})` : plain;
}

/**
 * The mapping with the column put to another use. Several columns of one field are joined in the file's order, as first
 * and last name are.
 */
export function assign(mapping: OrderMapping, column: number, use: ColumnUse, heading: string): OrderMapping {
  const next = withoutColumn(mapping, column);
  if (use.kind === "none") return next;
  if (use.kind === "custom") {
    return { ...next, custom: { ...next.custom, [use.name ?? customName(next, heading, column)]: column } };
  }
  const columns = [...columnsOf(next, use.field), column].sort((a, b) => a - b);
  return { ...next, fields: { ...next.fields, [use.field]: columns.length === 1 ? column : columns } };
}

/** The headings that are joined with this column's into one field. */
export function joinedWith(mapping: OrderMapping, column: number, headers: readonly string[]): string[] {
  const use = columnUse(mapping, column);
  if (use.kind !== "field") return [];
  return columnsOf(mapping, use.field)
    .filter((each) => each !== column)
    .map((each) => headers[each] ?? "");
}

/** Why rows cannot be checked with this mapping; each names what to do. */
export function mappingProblems(mapping: OrderMapping, mode: UpsertMode): string[] {
  const has = (field: OrderField) => columnsOf(mapping, field).length > 0;
  const problems: string[] = [];
  if (!has("address") && !has("pickup_address")) {
    problems.push("No column is the street and number. Choose it: nothing can be driven to without an address.");
  }
  if (mode === "update" && !has("external_id")) {
    problems.push("Only updating needs the order number: choose its column, or another way to import.");
  }
  if (has("lat") !== has("lon")) problems.push("Latitude and longitude belong together: choose both or neither.");
  return problems;
}

/** Fields worth having that no column was found for. */
export function missedFields(mapping: OrderMapping): string[] {
  const wanted: readonly OrderField[] = ["external_id", "name", "postcode", "phone", "time_windows"];
  const hasWindow = columnsOf(mapping, "window_from").length > 0;
  return wanted
    .filter((field) => columnsOf(mapping, field).length === 0 && !(field === "time_windows" && hasWindow))
    .map((field) => ORDER_COLUMN_BY_KEY.get(field)!.label);
}

/** How sure a guess is, in a word. */
export function confidenceWord(confidence: number | undefined): "sure" | "likely" | "guess" | null {
  if (confidence === undefined) return null;
  if (confidence >= 0.9) return "sure";
  return confidence >= 0.6 ? "likely" : "guess";
}

/** A few different values of a column, for a person to recognise it by. */
export function sampleValues(
  rows: readonly { readonly cells: readonly string[] }[],
  column: number,
  count = 3,
): string[] {
  const values = new Set<string>();
  for (const { cells } of rows) {
    const value = cells[column]?.trim();
    if (value) values.add(value);
    if (values.size === count) break;
  }
  return [...values];
}
