"use client";
import { useQuery } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { useMemo, useRef, useState } from "react";
import { type Exception, sayAbout, useSayException } from "@/components/lib/exceptions/exception-words";
import { useExceptions } from "@/components/lib/exceptions/use-exceptions";
import { useNow } from "@/components/lib/exceptions/use-now";
import { useTRPC } from "@/components/lib/trpc";
import { useWords } from "@/components/lib/words/words-context";
import { EXCEPTION_TYPES, isStanding, SEVERITIES } from "@/server/domain/exception/exception-type";
import { type ExceptionFilter, filterExceptions, NOTHING_NARROWED, VIEWS } from "./filter-exceptions";

const FILTER = {
  view: parseAsStringLiteral(VIEWS).withDefault("standing"),
  words: parseAsString.withDefault(""),
  type: parseAsStringLiteral(EXCEPTION_TYPES),
  severity: parseAsStringLiteral(SEVERITIES),
  owner: parseAsString,
  date: parseAsString,
  projectId: parseAsString,
};
/** What stands in the address for each. */
const URL_KEYS = { words: "q", date: "day", projectId: "project" };
/** What is snoozed wakes to the minute: the list need not be gone through every second. */
const MINUTE_MS = 60_000;

/** The list, what of it is shown, which one is looked at and which are selected. What is shown stands in the address. */
export function useInbox() {
  const [filter, put] = useQueryStates(FILTER, { urlKeys: URL_KEYS });
  const [chosenId, setChosenId] = useQueryState("exception");
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set());
  const trpc = useTRPC();
  const owners = useQuery(trpc.exception.owners.queryOptions({}));
  const query = useExceptions(filter.view === "closed");
  const textOf = useTextOf();
  const youId = owners.data?.find(({ isYou }) => isYou)?.id ?? null;
  const minuteMs = useNow(MINUTE_MS);
  const { data } = query;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language only, and then all does.
  const { shown, inView } = useMemo(() => {
    const looking = { nowMs: minuteMs, youId, textOf };
    const inView = filterExceptions(data ?? [], { ...NOTHING_NARROWED, view: filter.view }, looking);
    return { inView, shown: filterExceptions(inView, filter, looking) };
  }, [data, filter, minuteMs, youId]);
  const chosen = data?.find(({ id }) => id === chosenId) ?? null;
  const selected = shown.filter(({ id, status }) => selectedIds.has(id) && isStanding(status));
  // The address is written a moment after what stands in it has changed, which would take back a way begun meanwhile.
  const written = useRef<Promise<unknown>>(Promise.resolve());
  const writing = (address: Promise<unknown>) => {
    written.current = address;
  };
  const select = (ids: readonly string[], isOn: boolean) =>
    setSelectedIds((before) => {
      const after = new Set(before);
      for (const id of ids) isOn ? after.add(id) : after.delete(id);
      return after;
    });
  return {
    query,
    filter,
    setFilter: (change: Partial<ExceptionFilter>) => writing(put(change)),
    clearFilter: () => writing(put({ ...NOTHING_NARROWED, view: filter.view })),
    /** Everything of the view, whatever narrows it. */
    inView,
    shown,
    chosen,
    choose: (id: string | null) => writing(setChosenId(id)),
    /** Leaves for another page once the address says what is looked at: so one comes back to it. */
    leave: async (go: () => void) => {
      await written.current;
      go();
    },
    selected,
    select,
    clearSelection: () => setSelectedIds(new Set()),
    owners: owners.data ?? [],
  };
}

export type Inbox = ReturnType<typeof useInbox>;

/** Everything that is read of an exception in the list, for the search. */
function useTextOf(): (exception: Exception) => string {
  const t = useWords("exceptionFacts");
  const say = useSayException();
  return (exception) =>
    [
      t(`type.${exception.type}`),
      sayAbout(t, exception),
      say(exception),
      exception.externalId,
      exception.ownerName,
      ...exception.notes.map(({ text }) => text),
    ].join(" ");
}
