import type { SortState } from "@/components/ui/data-grid-column";

export type SortKeys<Row> = Readonly<Record<string, (row: Row) => string | number | null>>;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Rows in the order a header asks for; what has no value comes last either way. Without a sort, as they came. */
export function sortRows<Row>(rows: readonly Row[], sort: SortState | null, keys: SortKeys<Row>): readonly Row[] {
  const key = sort ? keys[sort.columnId] : undefined;
  if (!sort || !key) return rows;
  const sign = sort.direction === "ascending" ? 1 : -1;
  return [...rows].sort((left, right) => {
    const [a, b] = [key(left), key(right)];
    if (a === null || a === "") return b === null || b === "" ? 0 : 1;
    if (b === null || b === "") return -1;
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * collator.compare(String(a), String(b));
  });
}
