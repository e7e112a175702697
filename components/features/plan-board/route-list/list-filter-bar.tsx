"use client";
import { ListFilter as FilterIcon, Search, X } from "lucide-react";
import { formatCount } from "@/components/lib/format";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { MenuEntry, MenuItemEntry } from "@/components/ui/menu-entries";
import { TextField } from "@/components/ui/text-field";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { type ListFilter, NO_FILTER } from "./build-rows";
import { FACET_KINDS, type FacetKind, stopFacets } from "./stop-facets";

export interface ListFilterProps {
  readonly board: PlanBoard;
  readonly filter: ListFilter;
  readonly onFilterChange: (filter: ListFilter) => void;
}

const KIND_LABELS: Readonly<Record<FacetKind, string>> = {
  state: "State",
  status: "Status",
  priority: "Priority",
  tag: "Tag",
  window: "Time window",
  postcode: "Postcode",
};
const MOST_OF_A_KIND = 40;

/** Finds stops and routes in the list: by words, and by what stops have in common. */
export function ListFilterBar({ board, filter, onFilterChange }: ListFilterProps) {
  return (
    <div className="flex shrink-0 items-center gap-2 border-line border-b px-2 py-2">
      <TextField
        label="Find stops and routes"
        hideLabel
        className="flex-1"
        placeholder="Find name, street, number, route"
        value={filter.query}
        onValueChange={(query) => onFilterChange({ ...filter, query })}
        autoComplete="off"
        spellCheck={false}
        leading={<Search aria-hidden="true" />}
        trailing={
          filter.query ? (
            <IconButton
              label="Clear search"
              size="sm"
              icon={<X />}
              onClick={() => onFilterChange({ ...filter, query: NO_FILTER.query })}
            />
          ) : undefined
        }
      />
      <Menu
        align="end"
        trigger={<IconButton label="Filter stops" icon={<FilterIcon />} pressed={filter.facets.length > 0} />}
        entries={filterEntries({ board, filter, onFilterChange })}
      />
    </div>
  );
}

/** States at once, every other kind in a menu of its own; nothing to choose from leaves a kind out. */
function filterEntries({ board, filter, onFilterChange }: ListFilterProps): MenuEntry[] {
  const facets = stopFacets(board);
  const entriesOf = (kind: FacetKind): MenuItemEntry[] =>
    facets
      .filter((facet) => facet.kind === kind)
      .slice(0, MOST_OF_A_KIND)
      .map(({ key, label, count }) => ({
        id: key,
        label: (
          <span className="flex items-baseline justify-between gap-4">
            <span className="truncate">{label}</span>
            <span className="text-ink-muted tabular-nums">{formatCount(count)}</span>
          </span>
        ),
        checked: filter.facets.includes(key),
        onSelect: () => onFilterChange({ ...filter, facets: toggled(filter.facets, key) }),
      }));
  const [states, ...others] = FACET_KINDS;
  const submenus = others
    .map((kind): MenuItemEntry => ({ id: kind, label: KIND_LABELS[kind], children: entriesOf(kind) }))
    .filter(({ children = [] }) => children.length > 0);
  return [...entriesOf(states), { type: "separator", id: "kinds" }, ...submenus];
}

function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
}
