"use client";
import { ListFilter as FilterIcon, Search, X } from "lucide-react";
import { useDeferredValue } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import type { MenuEntry, MenuItemEntry } from "@/components/ui/menu-entries";
import { TextField } from "@/components/ui/text-field";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { type ListFilter, NO_FILTER } from "./build-rows";
import { FACET_KINDS, type FacetKind, type FacetWords, stopFacets } from "./stop-facets";

export interface ListFilterProps {
  readonly board: PlanBoard;
  readonly filter: ListFilter;
  readonly onFilterChange: (filter: ListFilter) => void;
}

const MOST_OF_A_KIND = 40;

/** Finds stops and routes in the list: by words, and by what stops have in common. */
export function ListFilterBar({ board, filter, onFilterChange }: ListFilterProps) {
  const t = useWords("boardRoutes");
  const orders = useWords("orders");
  // What the day's stops have in common is counted over all of them: an edit is painted before that.
  const counted = useDeferredValue(board);
  return (
    <div className="flex shrink-0 items-center gap-2 border-line border-b px-2 py-2">
      <TextField
        label={t("find")}
        hideLabel
        className="flex-1"
        placeholder={t("findHint")}
        value={filter.query}
        onValueChange={(query) => onFilterChange({ ...filter, query })}
        autoComplete="off"
        spellCheck={false}
        leading={<Search aria-hidden="true" />}
        trailing={
          filter.query ? (
            <IconButton
              label={t("clearSearch")}
              size="sm"
              icon={<X />}
              onClick={() => onFilterChange({ ...filter, query: NO_FILTER.query })}
            />
          ) : undefined
        }
      />
      <Menu
        align="end"
        trigger={<IconButton label={t("filterStops")} icon={<FilterIcon />} pressed={filter.facets.length > 0} />}
        entries={filterEntries({ list: t, orders }, { board: counted, filter, onFilterChange })}
      />
    </div>
  );
}

/** States at once, every other kind in a menu of its own; nothing to choose from leaves a kind out. */
function filterEntries(words: FacetWords, { board, filter, onFilterChange }: ListFilterProps): MenuEntry[] {
  const { list: t } = words;
  const facets = stopFacets(words, board);
  const entriesOf = (kind: FacetKind): MenuItemEntry[] =>
    facets
      .filter((facet) => facet.kind === kind)
      .slice(0, MOST_OF_A_KIND)
      .map(({ key, label, count }) => ({
        id: key,
        label: (
          <span className="flex items-baseline justify-between gap-4">
            <span className="truncate">{label}</span>
            <span className="text-ink-muted tabular-nums">{t.format.count(count)}</span>
          </span>
        ),
        checked: filter.facets.includes(key),
        onSelect: () => onFilterChange({ ...filter, facets: toggled(filter.facets, key) }),
      }));
  const [states, ...others] = FACET_KINDS;
  const submenus = others
    .map((kind): MenuItemEntry => ({ id: kind, label: t(`kind.${kind}`), children: entriesOf(kind) }))
    .filter(({ children = [] }) => children.length > 0);
  return [...entriesOf(states), { type: "separator", id: "kinds" }, ...submenus];
}

function toggled(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
}
