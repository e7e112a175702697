"use client";
import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useHotkeys } from "@/components/lib/hotkeys";
import { ProjectSelect } from "@/components/lib/project-select";
import type { RouterOutput } from "@/components/lib/router-types";
import type { Project } from "@/components/lib/use-chosen-project";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { KeyboardHint } from "@/components/ui/keyboard-hint";
import { TextField } from "@/components/ui/text-field";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { PRIORITIES } from "@/server/domain/plan/routing-problem";
import { DayFilter } from "./day-filter";
import { FilterMenu, type FilterOption } from "./filter-menu";
import { isFiltered, NO_FILTER, type OrdersView, toggled } from "./orders-url";

const SEARCH_MILLISECONDS = 250;

export type OrdersToolbarProps = {
  view: OrdersView;
  onChange: (change: Partial<OrdersView>) => void;
  facets: RouterOutput["order"]["facets"] | undefined;
  projects: readonly Project[];
  projectId: string;
  onProject: (id: string) => void;
  today: string;
};

function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const t = useWords("orders");
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useHotkeys([{ keys: "/", label: t("searchOrders"), run: () => box.current?.focus() }], { group: t("title") });
  // A cleared filter or the browser's way back changes the text from outside.
  useEffect(() => {
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      onChange(text);
    }, SEARCH_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <TextField
      ref={box}
      label={t("searchOrders")}
      hideLabel
      type="search"
      placeholder={t("searchHint")}
      leading={<Search aria-hidden="true" />}
      trailing={
        text ? (
          <IconButton label={t("clearSearch")} icon={<X />} size="sm" onClick={() => setText("")} />
        ) : (
          <KeyboardHint keys="/" className="mr-1.5 pointer-coarse:hidden" />
        )
      }
      value={text}
      onValueChange={setText}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (text) setText("");
        else box.current?.blur();
      }}
      className="w-full sm:w-72"
      inputClassName="pointer-fine:h-7 [&::-webkit-search-cancel-button]:hidden"
    />
  );
}

function withCounts<T extends string>(
  values: readonly T[],
  labelOf: (value: T) => string,
  counts: readonly { value: string; count: number }[] | undefined,
  chosen: readonly T[] | null,
): FilterOption<T>[] {
  // A count is of what the filter lets through: with this filter on, those it keeps out would all be 0.
  const known = chosen ? undefined : counts;
  return values.map((value) => ({
    value,
    label: labelOf(value),
    count: known && (known.find((each) => each.value === value)?.count ?? 0),
  }));
}

type MenusProps = Pick<OrdersToolbarProps, "view" | "onChange" | "facets">;

/** The filters that are lists of things to tick. */
function FilterMenus({ view, onChange, facets }: MenusProps) {
  const t = useWords("orders");
  const tags = [...new Set([...(facets?.tags.map(({ value }) => value) ?? []), ...(view.tag ?? [])])];
  const places = view.address ? undefined : facets;
  const plans = view.route ? undefined : facets;
  return (
    <>
      <FilterMenu
        label={t("column.status")}
        options={withCounts(DELIVERY_STATUSES, (value) => t(`status.${value}`), facets?.statuses, view.status)}
        chosen={view.status}
        onToggle={(value) => onChange({ status: toggled(view.status, value) })}
      />
      <FilterMenu
        label={t("column.route")}
        options={[
          { value: "unplanned", label: t("unplanned"), count: plans && plans.total - plans.planned },
          { value: "planned", label: t("planned"), count: plans?.planned },
        ]}
        chosen={view.route && [view.route]}
        onToggle={(route) => onChange({ route: view.route === route ? null : route })}
      />
      <FilterMenu
        label={t("column.address")}
        options={[
          { value: "doubtful", label: t("inDoubt"), count: places?.doubtful },
          { value: "pending", label: t("confidence.pending"), count: places?.pending },
          { value: "certain", label: t("certain") },
        ]}
        chosen={view.address && [view.address]}
        onToggle={(address) => onChange({ address: view.address === address ? null : address })}
      />
      <FilterMenu
        label={t("column.priority")}
        options={withCounts(PRIORITIES, (value) => t(`priority.${value}`), facets?.priorities, view.priority)}
        chosen={view.priority}
        onToggle={(value) => onChange({ priority: toggled(view.priority, value) })}
      />
      {tags.length > 0 ? (
        <FilterMenu
          label={t("column.tag")}
          options={withCounts(tags, (tag) => tag, facets?.tags, view.tag)}
          chosen={view.tag}
          onToggle={(value) => onChange({ tag: toggled(view.tag, value) })}
        />
      ) : null}
    </>
  );
}

/** Search, project and filters: all of it in the page's address. */
export function OrdersToolbar({ view, onChange, facets, projects, projectId, onProject, today }: OrdersToolbarProps) {
  const t = useWords("orders");
  const onSearch = useRef((text: string) => onChange({ q: text || null }));
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b bg-surface px-4 py-2 sm:px-5">
      <SearchBox value={view.q ?? ""} onChange={onSearch.current} />
      <section
        aria-label={t("filters")}
        className="-mx-4 flex min-w-0 items-center gap-1.5 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] sm:mx-0 sm:px-0"
      >
        <ProjectSelect
          label={t("project")}
          hideLabel
          size="sm"
          className="w-44 shrink-0"
          projects={projects}
          value={projectId}
          onValueChange={onProject}
        />
        <DayFilter value={view.date} today={today} onChange={(date) => onChange({ date })} />
        <FilterMenus view={view} onChange={onChange} facets={facets} />
        {isFiltered(view) ? (
          <Button variant="ghost" size="sm" icon={<X aria-hidden="true" />} onClick={() => onChange(NO_FILTER)}>
            {t("clear")}
          </Button>
        ) : null}
      </section>
    </div>
  );
}
