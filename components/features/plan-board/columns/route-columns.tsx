"use client";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import clsx from "clsx";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { ContextMenu } from "@/components/ui/context-menu";
import type { MenuEntry } from "@/components/ui/menu-entries";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { type BoardCursor, useBoardStore, useBoardStoreApi } from "../board-store";
import { useEdgeScroll } from "../drag/use-edge-scroll";
import { useDropArea } from "../drag/use-list-drag";
import { useListedRoutes } from "../live/use-listed-routes";
import { type ListFilter, listOrder } from "../route-list/build-rows";
import { useFocusRequests } from "../route-list/use-focus-requests";
import { useRowPointing } from "../route-list/use-row-pointing";
import { moveCursor, selectStop } from "../select-stops";
import { BoardColumn } from "./board-column";
import { COLUMN_WIDTH } from "./column-measures";
import { boardColumns, type BoardColumn as Column, cursorAt, placeOfCursor, walkColumns } from "./column-model";
import type { StopMove } from "./moved-stops";
import { placeInColumns } from "./place-in-columns";

/** Drawn over the columns, which would hide an outline behind them. */
const FOCUS_RING =
  "focus-visible:after:pointer-events-none focus-visible:after:absolute focus-visible:after:inset-0 focus-visible:after:z-30 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus";

export interface RouteColumnsProps {
  /** As it is, or as it would be while a change is looked at. */
  readonly board: PlanBoard;
  /** What the change that is looked at would move. */
  readonly moves: ReadonlyMap<string, StopMove>;
  readonly filter: ListFilter;
  readonly menuEntries: readonly MenuEntry[];
}

/** A column per route beside the unassigned. To assistive technology each is a row of one grid, its head and then its stops. */
export function RouteColumns({ board, moves, filter, menuEntries }: RouteColumnsProps) {
  const t = useWords("boardRoutes");
  const store = useBoardStoreApi();
  const { pendingRouteIds } = useBoard();
  const routesListed = useListedRoutes(board);
  const columns = useMemo(
    () => boardColumns({ ...board, routes: routesListed }, filter),
    [board, routesListed, filter],
  );
  const [pool, ...routes] = columns;
  const cursor = useBoardStore((state) => state.cursor);
  const place = useMemo(() => placeOfCursor(columns, board, cursor), [columns, board, cursor]);
  const grid = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [area, setArea] = useState<HTMLElement | null>(null);
  const [offsets] = useState(() => new Map<string, number>());
  useDropArea(area, placeInColumns);
  useEdgeScroll(scroller, "horizontal");
  useFocusRequests(grid);
  const virtualizer = useColumnVirtualizer(routes, board, scroller);
  const active = place && cursorAt(columns, place);
  const activeId = active === null ? null : elementIdOf(active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new cursor scrolls; new stops must not pull the columns about.
  useEffect(() => {
    if (place && place.column > 0) virtualizer.scrollToIndex(place.column - 1, { align: "auto" });
  }, [activeId]);
  const pointing = useRowPointing({ grid, hitOf: cursorOf, activeId, order: () => listOrder(board) });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== grid.current) return;
    const next = walkColumns(columns, place, event.key);
    const to = next && cursorAt(columns, next);
    if (!to) return;
    event.preventDefault();
    if (event.shiftKey && to.kind === "stop") selectStop(store, to.id, "extend", listOrder(board));
    else moveCursor(store, to);
  };
  const shared = { moves, visits: board.visits, dimensions: board.plan.loadDimensions, offsets };
  const activeIndexIn = (column: number) => (place?.column === column ? place.index : -1);
  return (
    <ContextMenu entries={menuEntries} render={<div ref={setArea} className="flex min-h-0 flex-1 flex-col" />}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid is no table. */}
      <div
        ref={grid}
        role="grid"
        aria-label={t("columns")}
        aria-multiselectable="true"
        aria-rowcount={columns.length}
        aria-activedescendant={activeId ?? undefined}
        tabIndex={0}
        className={clsx("relative flex min-h-0 flex-1 outline-none", FOCUS_RING)}
        onKeyDown={onKeyDown}
        {...pointing}
      >
        {pool ? (
          <div role="presentation" className="w-56 shrink-0 border-line-strong border-r">
            <BoardColumn column={pool} rowIndex={0} isPending={false} activeIndex={activeIndexIn(0)} {...shared} />
          </div>
        ) : null}
        <div ref={scroller} role="presentation" className="scroll-quiet min-w-0 flex-1 overflow-y-hidden">
          <div role="presentation" className="relative h-full" style={{ width: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ index, key, start }) => {
              const column = routes[index]!;
              return (
                <div
                  key={key}
                  role="presentation"
                  className="absolute inset-y-0 left-0 w-56"
                  style={{ transform: `translateX(${start}px)` }}
                >
                  <BoardColumn
                    column={column}
                    rowIndex={index + 1}
                    isPending={pendingRouteIds.has(column.route?.id ?? "")}
                    activeIndex={activeIndexIn(index + 1)}
                    {...shared}
                  />
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </ContextMenu>
  );
}

/** Only columns in view are in the page, and the one a drag began in. */
function useColumnVirtualizer(
  routes: readonly Column[],
  board: PlanBoard,
  scroller: React.RefObject<HTMLDivElement | null>,
) {
  const dragged = useBoardStore((state) => (state.drag?.from === "list" ? state.drag.visitIds[0] : undefined));
  const draggedRoute = dragged === undefined ? undefined : stopPlaces(board).get(dragged)?.route.id;
  const draggedIndex = draggedRoute === undefined ? -1 : routes.findIndex(({ route }) => route?.id === draggedRoute);
  return useVirtualizer({
    horizontal: true,
    count: routes.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => routes[index]!.route!.id,
    estimateSize: () => COLUMN_WIDTH,
    overscan: 1,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return draggedIndex < 0 || indexes.includes(draggedIndex) ? indexes : [...indexes, draggedIndex];
    },
  });
}

function elementIdOf(cursor: BoardCursor): string {
  if (cursor.kind === "pool") return "head-pool";
  return cursor.kind === "stop" ? `card-${cursor.id}` : `head-${cursor.id}`;
}

/** A card, or the column around the pointer. */
function cursorOf(target: Element): BoardCursor | null {
  const card = target.closest<HTMLElement>("[data-visit-id]");
  if (card?.dataset.visitId) return { kind: "stop", id: card.dataset.visitId };
  const column = target.closest<HTMLElement>("[data-column]");
  if (!column) return null;
  return column.dataset.routeId ? { kind: "route", id: column.dataset.routeId } : { kind: "pool" };
}
