"use client";
import { parseAsString, parseAsStringLiteral, useQueryState, useQueryStates } from "nuqs";
import { useMemo, useRef, useState } from "react";
import { useMay } from "@/components/lib/viewer-permissions";
import { FLAG_KINDS } from "@/server/domain/proof/evidence-flags";
import { MOST_DECISIONS } from "@/server/domain/proof/review";
import { isLocalDate } from "@/server/domain/time/local-date";
import { currentIndex, filterLines, lineKey, type ReviewFilter, SHOWN } from "./review-filter";
import { useDecide, useReviews } from "./use-reviews";

const FILTER = {
  show: parseAsStringLiteral(SHOWN).withDefault("open"),
  flag: parseAsStringLiteral(FLAG_KINDS),
  driver: parseAsString,
};

/** The queue, where one stands in it, what is selected, and the answers. What is shown stands in the address. */
export function useReviewQueue(projectId: string) {
  const mayReview = useMay("proof.review");
  const [day, setDate] = useQueryState("date");
  const date = day !== null && isLocalDate(day) ? day : null;
  const [{ show, flag, driver: driverId }, put] = useQueryStates(FILTER);
  const [openedKey, open] = useQueryState("stop");
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState("");
  const lastIndex = useRef(0);
  const query = useReviews(projectId, date);
  const { decide, undo } = useDecide(projectId, date);
  const lines = useMemo(
    () => filterLines(query.data ?? [], { show, flag, driverId }),
    [query.data, show, flag, driverId],
  );
  const index = currentIndex(lines, openedKey, lastIndex.current);
  const current = lines[index];

  function go(to: number): void {
    const line = lines[Math.max(0, Math.min(to, lines.length - 1))];
    lastIndex.current = Math.max(0, to);
    if (line) void open(lineKey(line));
  }
  function toggle(key: string): void {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    setSelected(next);
  }
  const clear = () => setSelected(new Set());
  return {
    query,
    lines,
    current,
    selected,
    mayReview,
    date,
    note,
    openedKey,
    filter: { show, flag, driverId } satisfies ReviewFilter,
    setNote,
    setDate: (next: string | null) => void setDate(next),
    setFilter: ({ driverId: driver, ...rest }: Partial<ReviewFilter>) =>
      void put({ ...rest, ...(driver !== undefined && { driver }) }),
    open: (key: string | null) => {
      lastIndex.current = Math.max(
        0,
        lines.findIndex((line) => lineKey(line) === key),
      );
      void open(key);
    },
    step: (by: 1 | -1) => go(index + by),
    toggle,
    selectAll: () => setSelected(new Set(lines.slice(0, MOST_DECISIONS).map(lineKey))),
    clear,
    undo,
    /** Of what is selected, else of what is looked at. */
    decide: (state: "approved" | "flagged" | "rejected") => {
      const chosen = lines.filter((line) => selected.has(lineKey(line)));
      const meant = chosen.length > 0 ? chosen : current ? [current] : [];
      if (meant.length === 0 || !mayReview) return;
      lastIndex.current = Math.max(0, index);
      decide(meant, state, note.trim());
      clear();
      setNote("");
    },
  };
}
