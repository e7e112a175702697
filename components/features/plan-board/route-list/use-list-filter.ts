import { parseAsArrayOf, parseAsString, useQueryStates } from "nuqs";
import { useMemo } from "react";
import type { ListFilter } from "./build-rows";

const filterParsers = {
  find: parseAsString.withDefault(""),
  has: parseAsArrayOf(parseAsString).withDefault([]),
};

/** What narrows the list, or the columns in its place; it stands in the address. */
export function useListFilter(): readonly [ListFilter, (next: ListFilter) => void] {
  const [{ find, has }, setFilter] = useQueryStates(filterParsers);
  const filter = useMemo<ListFilter>(() => ({ query: find, facets: has }), [find, has]);
  return [filter, (next) => void setFilter({ find: next.query, has: [...next.facets] })];
}
