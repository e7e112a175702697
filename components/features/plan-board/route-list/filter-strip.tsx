"use client";
import { useMemo } from "react";
import { formatCount } from "@/components/lib/format";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { useBoardStoreApi } from "../board-store";
import { selectArea } from "../select-stops";
import { foundStopIds, isNarrowed, NO_FILTER } from "./build-rows";
import type { ListFilterProps } from "./list-filter-bar";
import { facetLabel } from "./stop-facets";

/** What narrows the list, how many stops that leaves, and the way to select them all. */
export function FilterStrip({ board, filter, onFilterChange }: ListFilterProps) {
  const store = useBoardStoreApi();
  const found = useMemo(() => (isNarrowed(filter) ? foundStopIds(board, filter) : []), [board, filter]);
  if (!isNarrowed(filter)) return null;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-line border-b px-2 py-1.5">
      {filter.facets.map((key) => (
        <Chip
          key={key}
          removeLabel={`Remove ${facetLabel(key)}`}
          onRemove={() => onFilterChange({ ...filter, facets: filter.facets.filter((each) => each !== key) })}
        >
          {facetLabel(key)}
        </Chip>
      ))}
      <span role="status" className="min-w-0 flex-1 truncate text-ink-muted text-sm tabular-nums">
        {found.length === 1 ? "1 stop" : `${formatCount(found.length)} stops`}
      </span>
      <Button size="sm" disabled={found.length === 0} onClick={() => selectArea(store, found, false)}>
        Select {found.length === 1 ? "it" : `all ${formatCount(found.length)}`}
      </Button>
      <Button size="sm" variant="ghost" onClick={() => onFilterChange(NO_FILTER)}>
        Clear
      </Button>
    </div>
  );
}
