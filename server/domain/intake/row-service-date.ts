import { ORDER_COLUMN_BY_KEY, type OrderField, type OrderMapping } from "./order-columns";
import { parseCellDate } from "./parse-cell-date";
import { RowReader } from "./row-reader";
import type { OrderFile } from "./validate-order-row";

/** The day a row is meant for, whatever else is wrong with it; null where neither row nor file says one that can be read. */
export function rowServiceDate(cells: readonly string[], { headers, mapping, defaults }: OrderFile): string | null {
  const ref = mapping.fields.service_date;
  const onlyDate: OrderMapping = { fields: ref === undefined ? {} : { service_date: ref }, custom: {} };
  const reader = new RowReader<OrderField>(cells, headers, onlyDate, ORDER_COLUMN_BY_KEY);
  if (reader.text("service_date") === "") return defaults.serviceDate ?? null;
  return reader.read("service_date", (text) => parseCellDate(text, defaults.dateOrder)) ?? null;
}
