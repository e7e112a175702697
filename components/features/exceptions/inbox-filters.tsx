"use client";
import { Search, X } from "lucide-react";
import { useRef } from "react";
import type { Exception } from "@/components/lib/exceptions/exception-words";
import { TypeIcon } from "@/components/lib/exceptions/type-icon";
import { useHotkeys } from "@/components/lib/hotkeys";
import { useWords } from "@/components/lib/words/words-context";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import { Select, type SelectOption } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { EXCEPTION_TYPES, SEVERITIES, type Severity } from "@/server/domain/exception/exception-type";
import { isFiltered } from "./filter-exceptions";
import type { Inbox } from "./use-inbox";

const ALL = "all";

/** What narrows the inbox: words, whose, how grave, which day and project, and the kinds that occur with their counts. */
export function InboxFilters({ inbox }: { inbox: Inbox }) {
  const t = useWords("exceptions");
  const { filter, clearFilter, inView } = inbox;
  if (inView.length === 0 && !isFiltered(filter)) return null;
  return (
    <div className="flex shrink-0 flex-col gap-2 border-line border-b bg-surface px-4 py-2 sm:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox inbox={inbox} />
        <Choices inbox={inbox} />
        {isFiltered(filter) ? (
          <Button size="sm" variant="ghost" onClick={clearFilter}>
            {t("clearFilter")}
          </Button>
        ) : null}
      </div>
      <TypeChips inbox={inbox} />
    </div>
  );
}

function SearchBox({ inbox: { filter, setFilter } }: { inbox: Inbox }) {
  const t = useWords("exceptions");
  const box = useRef<HTMLInputElement>(null);
  useHotkeys([{ keys: "/", label: t("search"), run: () => box.current?.focus() }], { group: t("keys") });
  return (
    <TextField
      ref={box}
      label={t("search")}
      hideLabel
      type="search"
      placeholder={t("searchHint")}
      className="w-full sm:w-56"
      inputClassName="h-7"
      leading={<Search aria-hidden="true" />}
      trailing={
        filter.words ? (
          <IconButton label={t("clearSearch")} icon={<X />} size="sm" onClick={() => setFilter({ words: "" })} />
        ) : null
      }
      value={filter.words}
      onValueChange={(words) => setFilter({ words })}
      onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
    />
  );
}

function Choices({ inbox: { filter, setFilter, inView, owners } }: { inbox: Inbox }) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const dates = distinct(inView, ({ date }) => date, filter.date).sort();
  const projects = new Map(
    inView.flatMap(({ projectId, projectName }) => (projectId ? [[projectId, projectName]] : [])),
  );
  const others = owners.filter(({ isYou }) => !isYou);
  return (
    <>
      <Choice
        label={t("owner")}
        all={t("everybodys")}
        value={filter.owner}
        onChoose={(owner) => setFilter({ owner })}
        options={[
          { value: "mine", label: t("mine") },
          { value: "nobody", label: facts("anonymous") },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Choice
        label={t("severity")}
        all={t("anySeverity")}
        value={filter.severity}
        onChoose={(severity) => setFilter({ severity: severity as Severity | null })}
        options={SEVERITIES.toReversed().map((value) => ({ value, label: facts(`severity.${value}`) }))}
      />
      {dates.length > 1 || filter.date ? (
        <Choice
          label={t("day")}
          all={t("anyDay")}
          value={filter.date}
          onChoose={(date) => setFilter({ date })}
          options={dates.map((value) => ({ value, label: t.format.date(value) }))}
        />
      ) : null}
      {projects.size > 1 || filter.projectId ? (
        <Choice
          label={t("project")}
          all={t("anyProject")}
          value={filter.projectId}
          onChoose={(projectId) => setFilter({ projectId })}
          options={[...projects].map(([value, name]) => ({ value: value!, label: name ?? "" }))}
        />
      ) : null}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** What it says while nothing is chosen. */
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly SelectOption[];
  readonly onChoose: (value: string | null) => void;
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  return (
    <Select
      label={label}
      hideLabel
      size="sm"
      className="w-36 max-sm:flex-1"
      options={[{ value: ALL, label: all }, ...options]}
      value={value ?? ALL}
      onValueChange={(next) => onChoose(next === ALL ? null : next)}
    />
  );
}

function TypeChips({ inbox: { filter, setFilter, inView } }: { inbox: Inbox }) {
  const t = useWords("exceptions");
  const facts = useWords("exceptionFacts");
  const present = EXCEPTION_TYPES.map((type) => ({
    type,
    count: inView.filter((each) => each.type === type).length,
  })).filter(({ type, count }) => count > 0 || type === filter.type);
  return (
    <div className="-mx-4 flex gap-1.5 overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0 [&>*]:shrink-0">
      <Chip selected={filter.type === null} onClick={() => setFilter({ type: null })}>
        {t("allTypes")} <span className="tabular-nums">{t.format.count(inView.length)}</span>
      </Chip>
      {present.map(({ type, count }) => (
        <Chip
          key={type}
          icon={<TypeIcon type={type} />}
          selected={filter.type === type}
          onClick={() => setFilter({ type: filter.type === type ? null : type })}
        >
          {facts(`type.${type}`)} <span className="tabular-nums">{t.format.count(count)}</span>
        </Chip>
      ))}
    </div>
  );
}

function distinct(
  list: readonly Exception[],
  partOf: (exception: Exception) => string | null,
  chosen: string | null,
): string[] {
  return [...new Set([...list.map(partOf), chosen].filter((value) => value !== null))];
}
