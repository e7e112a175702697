"use client";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { memo, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useWords } from "@/components/lib/words/words-context";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStore } from "../board-store";
import { useEdgeScroll } from "../drag/use-edge-scroll";
import { useLiveDay } from "../live/live-day-context";
import { PoolHead, RouteHead } from "./column-head";
import { CARD_HEIGHT, DRIVEN_HEAD_HEIGHT, HEAD_HEIGHT } from "./column-measures";
import type { BoardColumn as Column } from "./column-model";
import type { StopMove } from "./moved-stops";
import { StopCard } from "./stop-card";

export interface BoardColumnProps {
  readonly column: Column;
  readonly rowIndex: number;
  readonly visits: PlanBoard["visits"];
  readonly dimensions: PlanBoard["plan"]["loadDimensions"];
  readonly isPending: boolean;
  /** What the change that is looked at would move. */
  readonly moves: ReadonlyMap<string, StopMove>;
  /** The stop the cursor is on; −1: none of this column. */
  readonly activeIndex: number;
  /** How far each column is scrolled, by route; columns come and go while people scroll sideways. */
  readonly offsets: Map<string, number>;
}

/** One route, or the unassigned, from top to bottom: its head stays, and only the stops in view are in the page. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, rowIndex, visits, dimensions, isPending, moves, activeIndex, offsets } = props;
  const { route, visitIds } = column;
  const t = useWords("boardRoutes");
  const scroller = useRef<HTMLDivElement>(null);
  useEdgeScroll(scroller);
  useKeptOffset(scroller, offsets, route?.id ?? "");
  const virtualizer = useCardVirtualizer(visitIds, scroller);
  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: "auto" });
  }, [activeIndex, virtualizer]);
  const places = useMemo(() => new Map(route?.stops.map(({ visitId }, index) => [visitId, index])), [route]);
  const label = route
    ? t("routeRow", { number: String(route.number), driver: route.driver.name, count: route.stops.length })
    : t("unassignedRow", { count: visitIds.length });
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid, drawn as columns.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell.
    <div
      role="row"
      aria-rowindex={rowIndex + 1}
      aria-label={label}
      data-column={route?.id ?? "pool"}
      data-route-id={route?.id}
      data-route-number={route?.number}
      data-drop-kind={route ? "route" : "pool"}
      className="h-full border-line border-r bg-surface"
    >
      <div ref={scroller} role="presentation" className="scroll-quiet h-full">
        <div role="presentation" className="relative min-h-full" style={{ height: virtualizer.getTotalSize() }}>
          {route ? <RouteHead route={route} isPending={isPending} /> : <PoolHead visitIds={visitIds} />}
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const visit = visits.get(visitIds[index]!);
            return visit ? (
              <div
                key={key}
                role="presentation"
                className="absolute inset-x-0 top-0"
                style={{ transform: `translateY(${start}px)` }}
              >
                <StopCard
                  visit={visit}
                  route={route}
                  index={places.get(visit.id) ?? 0}
                  isPending={isPending}
                  move={moves.get(visit.id) ?? null}
                  dimensions={dimensions}
                />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
});

/** Keeps the card being dragged in the page while it is scrolled away: browsers end a drag whose source is gone. */
function useCardVirtualizer(visitIds: readonly string[], scroller: React.RefObject<HTMLDivElement | null>) {
  const headHeight = useLiveDay() ? DRIVEN_HEAD_HEIGHT : HEAD_HEIGHT;
  const dragged = useBoardStore((state) => (state.drag?.from === "list" ? state.drag.visitIds[0] : undefined));
  const draggedIndex = dragged === undefined ? -1 : visitIds.indexOf(dragged);
  return useVirtualizer({
    count: visitIds.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => visitIds[index]!,
    estimateSize: () => CARD_HEIGHT,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 3,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return draggedIndex < 0 || indexes.includes(draggedIndex) ? indexes : [...indexes, draggedIndex];
    },
  });
}

function useKeptOffset(
  scroller: React.RefObject<HTMLDivElement | null>,
  offsets: Map<string, number>,
  key: string,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = offsets.get(key) ?? 0;
    const keep = () => void offsets.set(key, element.scrollTop);
    element.addEventListener("scroll", keep, { passive: true });
    return () => element.removeEventListener("scroll", keep);
  }, [scroller, offsets, key]);
}
