import { ORDER_COLUMN_BY_KEY, type OrderField, type OrderMapping } from "./order-columns";
import { RowReader } from "./row-reader";

const MAX_LENGTH = 120;

/** The order number of a row as the mapping reads it; null when there is none, or none that could be one. */
export function rowExternalId(
  cells: readonly string[],
  headers: readonly string[],
  mapping: OrderMapping,
): string | null {
  const ref = mapping.fields.external_id;
  if (ref === undefined) return null;
  const onlyId: OrderMapping = { fields: { external_id: ref }, custom: {} };
  const id = new RowReader<OrderField>(cells, headers, onlyId, ORDER_COLUMN_BY_KEY).text("external_id");
  return id === "" || id.length > MAX_LENGTH ? null : id;
}
