"use client";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { ContextMenu } from "@/components/ui/context-menu";
import type { MenuEntry } from "@/components/ui/menu-entries";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoard } from "../board-context";
import { type BoardCursor, useBoardStore, useBoardStoreApi } from "../board-store";
import { useEdgeScroll } from "../drag/use-edge-scroll";
import { listPlaceAt, useDropArea } from "../drag/use-list-drag";
import { useLiveDay } from "../live/live-day-context";
import { useListedRoutes } from "../live/use-listed-routes";
import { buildRows, type ListFilter, type ListRow, listOrder, rowHeight } from "./build-rows";
import { PoolRow } from "./pool-row";
import { RouteRow } from "./route-row";
import { StopRow } from "./stop-row";
import { toggleRoute } from "./toggle-row";
import { useFocusRequests } from "./use-focus-requests";
import { useListKeys } from "./use-list-keys";
import { useRowPointing } from "./use-row-pointing";

const HEIGHTS: Record<ListRow["kind"], number> = { pool: 40, "pool-stop": 48, route: 56, stop: 48 };
/** Routes that are driven say more: how far they are, where the van is, what comes next. */
const DRIVEN_HEIGHTS: typeof HEIGHTS = { ...HEIGHTS, route: 76 };

export interface RouteListProps {
  readonly filter: ListFilter;
  /** What the secondary button offers for the row under the cursor. */
  readonly menuEntries: readonly MenuEntry[];
}

/** The unassigned and all routes with their stops, one virtual list: only rows in view are in the page. */
export function RouteList({ filter, menuEntries }: RouteListProps) {
  const t = useWords("boardRoutes");
  const store = useBoardStoreApi();
  const { board, pendingRouteIds } = useBoard();
  const expandedRouteIds = useBoardStore((state) => state.expandedRouteIds);
  const poolExpanded = useBoardStore((state) => state.poolExpanded);
  const routes = useListedRoutes(board);
  const rows = useMemo(
    () => buildRows({ ...board, routes }, { expandedRouteIds, poolExpanded }, filter),
    [board, routes, expandedRouteIds, poolExpanded, filter],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const [area, setArea] = useState<HTMLElement | null>(null);
  useDropArea(area, listPlaceAt);
  useEdgeScroll(scroller);
  const cursor = useBoardStore((state) => state.cursor);
  const active = activeKey(cursor, board, rows);
  const onKeyDown = useListKeys(rows);
  const grid = useRef<HTMLDivElement>(null);
  useFocusRequests(grid);
  const virtualizer = useRowVirtualizer(rows, scroller);

  const activeIndex = active === null ? -1 : rows.findIndex((row) => row.key === active);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new cursor scrolls; new rows must not pull the list about.
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: "auto" });
  }, [active]);

  const pointing = useRowPointing({
    grid,
    hitOf: (target) => cursorOf(target.closest("[role=row]")),
    activeId: active === null ? null : `row-${active}`,
    order: () => listOrder(board),
  });

  return (
    <ContextMenu entries={menuEntries} render={<div ref={setArea} className="flex min-h-0 flex-1 flex-col" />}>
      <div ref={scroller} className="scroll-quiet min-h-0 flex-1">
        <div
          ref={grid}
          role="treegrid"
          aria-label={t("grid")}
          aria-multiselectable="true"
          aria-rowcount={rows.length}
          aria-activedescendant={active === null ? undefined : `row-${active}`}
          tabIndex={0}
          className="relative outline-offset-[-2px]"
          style={{ height: virtualizer.getTotalSize() }}
          onDoubleClick={(event) => {
            const hit = cursorOf((event.target as Element).closest("[role=row]"));
            if (hit?.kind === "route") toggleRoute(store, hit.id);
          }}
          onKeyDown={onKeyDown}
          {...pointing}
        >
          {virtualizer.getVirtualItems().map((virtual) => (
            <div
              key={virtual.key}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${virtual.start}px)` }}
            >
              <Row
                row={rows[virtual.index]!}
                pendingRouteIds={pendingRouteIds}
                dimensions={board.plan.loadDimensions}
              />
            </div>
          ))}
        </div>
      </div>
    </ContextMenu>
  );
}

/** Keeps the row being dragged in the page while it is scrolled away: browsers end a drag whose source is gone. */
function useRowVirtualizer(rows: readonly ListRow[], scroller: React.RefObject<HTMLDivElement | null>) {
  const dragged = useBoardStore((state) => (state.drag?.from === "list" ? state.drag.visitIds[0] : undefined));
  const draggedIndex = dragged === undefined ? -1 : rows.findIndex((row) => row.key === dragged);
  const heights = useLiveDay() === null ? HEIGHTS : DRIVEN_HEIGHTS;
  const sizes = rows.map((row) => rowHeight(row, heights)).join();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]!.key,
    estimateSize: (index) => rowHeight(rows[index]!, heights),
    overscan: 8,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return draggedIndex < 0 || indexes.includes(draggedIndex) ? indexes : [...indexes, draggedIndex];
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are kept until they are said to be others.
  useEffect(() => virtualizer.measure(), [sizes]);
  return virtualizer;
}

type RowProps = {
  row: ListRow;
  pendingRouteIds: ReadonlySet<string>;
  dimensions: React.ComponentProps<typeof StopRow>["dimensions"];
};

function Row({ row, pendingRouteIds, dimensions }: RowProps) {
  if (row.kind === "pool") return <PoolRow count={row.count} expanded={row.expanded} />;
  if (row.kind === "route")
    return <RouteRow route={row.route} expanded={row.expanded} isPending={pendingRouteIds.has(row.route.id)} />;
  const route = row.kind === "stop" ? row.route : null;
  return (
    <StopRow
      visit={row.visit}
      route={route}
      index={row.kind === "stop" ? row.index : 0}
      isPending={route !== null && pendingRouteIds.has(route.id)}
      dimensions={dimensions}
    />
  );
}

/** The row the cursor is on; a stop that is folded away is stood for by its route. */
function activeKey(cursor: BoardCursor | null, board: PlanBoard, rows: readonly ListRow[]): string | null {
  if (!cursor) return null;
  if (cursor.kind === "pool") return "pool";
  if (cursor.kind === "route") return `route:${cursor.id}`;
  if (rows.some(({ key }) => key === cursor.id)) return cursor.id;
  const route = stopPlaces(board).get(cursor.id)?.route;
  return route ? `route:${route.id}` : "pool";
}

function cursorOf(row: Element | null): BoardCursor | null {
  if (!(row instanceof HTMLElement)) return null;
  const { visitId, routeId } = row.dataset;
  if (visitId) return { kind: "stop", id: visitId };
  return routeId ? { kind: "route", id: routeId } : { kind: "pool" };
}
