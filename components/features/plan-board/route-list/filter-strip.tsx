"use client";
import { useMemo } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { useBoardStoreApi } from "../board-store";
import { selectArea } from "../select-stops";
import { foundStopIds, isNarrowed, NO_FILTER } from "./build-rows";
import type { ListFilterProps } from "./list-filter-bar";
import { facetLabel } from "./stop-facets";

/** What narrows the list, how many stops that leaves, and the way to select them all. */
export function FilterStrip({ board, filter, onFilterChange }: ListFilterProps) {
  const t = useWords("boardRoutes");
  const orders = useWords("orders");
  const store = useBoardStoreApi();
  const found = useMemo(() => (isNarrowed(filter) ? foundStopIds(board, filter) : []), [board, filter]);
  if (!isNarrowed(filter)) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-line border-b px-2 py-1.5">
      {filter.facets.map((key) => (
        <Chip
          key={key}
          removeLabel={t("removeFacet", { what: facetLabel({ list: t, orders }, key) })}
          onRemove={() => onFilterChange({ ...filter, facets: filter.facets.filter((each) => each !== key) })}
        >
          {facetLabel({ list: t, orders }, key)}
        </Chip>
      ))}
      <span role="status" className="min-w-0 flex-1 truncate text-ink-muted text-sm tabular-nums">
        {t("found", { count: found.length })}
      </span>
      <Button size="sm" disabled={found.length === 0} onClick={() => selectArea(store, found, false)}>
        {t("selectFound", { count: found.length })}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onFilterChange(NO_FILTER)}>
        {t("clearFilter")}
      </Button>
    </div>
  );
}
