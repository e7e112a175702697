"use client";
import { useId, useMemo } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import type { BoardCommands } from "../commands/use-board-commands";
import { DragContext, useDragControl } from "../drag/drag-context";
import { LiveStrip } from "../live/live-strip";
import { PlanExceptionsList } from "../live/plan-exceptions-list";
import { useBoardMode } from "../modes/board-mode";
import { FilterStrip } from "../route-list/filter-strip";
import { ListFilterBar } from "../route-list/list-filter-bar";
import { SelectionBar } from "../route-list/selection-bar";
import { useListFilter } from "../route-list/use-list-filter";
import { NoDrivers } from "../setup-guide";
import { movedStops, type StopMove } from "./moved-stops";
import { RouteColumns } from "./route-columns";

const NO_MOVES: ReadonlyMap<string, StopMove> = new Map();

export interface ColumnsViewProps {
  readonly commands: BoardCommands;
  /** The day as it would be while a change is looked at: shown, and left alone. */
  readonly after: PlanBoard | null;
}

/** In place of the map: every route a column, with what narrows the columns and what acts on what is selected in them. */
export function ColumnsView({ commands, after }: ColumnsViewProps) {
  const t = useWords("boardRoutes");
  const titleId = useId();
  const { board } = useBoard();
  const [filter, setFilter] = useListFilter();
  const isBefore = useBoardStore((state) => state.reviewSide === "before");
  const { mode } = useBoardMode();
  const isExceptions = useBoardStore((state) => state.liveList === "exceptions") && mode === "live";
  const control = useDragControl();
  const drag = useMemo(() => (after ? { ...control, enabled: false } : control), [control, after]);
  const shown = after && !isBefore ? after : board;
  const moves = useMemo(() => (after ? movedStops(board, after) : NO_MOVES), [board, after]);
  return (
    <section aria-labelledby={titleId} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface-sunken">
      <h2 id={titleId} className="sr-only">
        {t("columns")}
      </h2>
      <div className="flex shrink-0 flex-wrap items-stretch bg-surface">
        <div className="w-90">
          <ListFilterBar board={shown} filter={filter} onFilterChange={setFilter} />
        </div>
        <div className="flex min-w-0 flex-1 items-center border-line border-b [&>*]:flex-1 [&>*]:border-b-0">
          <FilterStrip board={shown} filter={filter} onFilterChange={setFilter} />
        </div>
      </div>
      <LiveStrip board={shown} />
      {board.routes.length === 0 ? <NoDrivers board={board} /> : null}
      <div className="flex min-h-0 flex-1">
        {isExceptions ? (
          <div className="flex w-80 shrink-0 flex-col border-line-strong border-r bg-surface">
            <PlanExceptionsList />
          </div>
        ) : null}
        <DragContext value={drag}>
          <RouteColumns board={shown} moves={moves} filter={filter} menuEntries={commands.menuEntries} />
        </DragContext>
      </div>
      <SelectionBar commands={commands} />
    </section>
  );
}
