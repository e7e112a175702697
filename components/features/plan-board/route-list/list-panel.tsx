"use client";
import { useWords } from "@/components/lib/words/words-context";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import type { BoardCommands } from "../commands/use-board-commands";
import { LiveStrip } from "../live/live-strip";
import { PlanExceptionsList } from "../live/plan-exceptions-list";
import { useBoardMode } from "../modes/board-mode";
import { NoDrivers } from "../setup-guide";
import { FilterStrip } from "./filter-strip";
import { ListFilterBar } from "./list-filter-bar";
import { RouteList } from "./route-list";
import { SelectionBar } from "./selection-bar";
import { useListFilter } from "./use-list-filter";

/** The list of routes and stops with what narrows it and what acts on what is selected in it. */
export function ListPanel({ commands }: { commands: BoardCommands }) {
  const t = useWords("board");
  const { board } = useBoard();
  const [filter, change] = useListFilter();
  const { mode } = useBoardMode();
  const isExceptions = useBoardStore((state) => state.liveList === "exceptions") && mode === "live";
  return (
    <section aria-label={t("routes")} className="flex min-h-0 flex-1 flex-col bg-surface">
      <ListFilterBar board={board} filter={filter} onFilterChange={change} />
      <FilterStrip board={board} filter={filter} onFilterChange={change} />
      <LiveStrip board={board} />
      {board.routes.length === 0 ? <NoDrivers board={board} /> : null}
      {isExceptions ? <PlanExceptionsList /> : <RouteList filter={filter} menuEntries={commands.menuEntries} />}
      <SelectionBar commands={commands} />
    </section>
  );
}
