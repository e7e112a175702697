"use client";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { ContextMenu } from "@/components/ui/context-menu";
import type { MenuEntry } from "@/components/ui/menu-entries";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import { useBoardStore } from "../board-store";
import { useEdgeScroll } from "../drag/use-edge-scroll";
import { useLiveDay } from "../live/live-day-context";
import { TreeRow } from "../route-list/tree-row";
import { HoveredBlock } from "./hovered-block";
import { ROW_PIXELS } from "./route-blocks";
import { TimelineHatches } from "./row-paths";
import { pixelsAt, timeSpan } from "./time-scale";
import { TimelineAxis } from "./timeline-axis";
import { AXIS_PIXELS, LABEL_PIXELS } from "./timeline-measures";
import { TimelineRow } from "./timeline-row";
import { TimelineTools } from "./timeline-tools";
import { useNowSeconds } from "./use-now-seconds";
import { type TimeZoom, useTimeZoom } from "./use-time-zoom";
import { useTimelineKeys } from "./use-timeline-keys";

export interface TimelineProps {
  readonly board: PlanBoard;
  readonly menuEntries: readonly MenuEntry[];
}

/** The day by the clock, one row per van: driving, waiting, serving, promises, and where the day stands now. */
export function Timeline({ board, menuEntries }: TimelineProps) {
  const t = useWords("boardTimeline");
  const { routes } = board;
  const scroller = useRef<HTMLDivElement | null>(null);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const holdFrame = useCallback((element: HTMLDivElement | null) => {
    scroller.current = element;
    setFrame(element);
  }, []);
  const span = useMemo(() => timeSpan(routes), [routes]);
  const zoom = useTimeZoom(frame, span);
  const { scale } = zoom;
  const day = useLiveDay();
  const clock = useNowSeconds(board.plan);
  const now = day?.isReplay ? day.atSeconds : clock;
  const rows = useRows(board, scroller);
  useFollowing(board, zoom, (index) => rows.scrollToIndex(index, { align: "auto" }));
  useEdgeScroll(scroller);
  const onKeyDown = useTimelineKeys(board, zoom);
  const active = useActiveRoute(board);
  const indexOf = useMemo(() => new Map(routes.map((route, index) => [route.id, index])), [routes]);
  return (
    <section aria-label={t("title")} className="relative flex min-h-0 flex-1 flex-col bg-surface">
      <TimelineHatches />
      <TimelineTools zoom={zoom} />
      <ContextMenu entries={menuEntries} render={<div className="flex min-h-0 flex-1 flex-col" />}>
        {/* biome-ignore lint/a11y/useSemanticElements: rows placed absolutely cannot be those of a table. */}
        <div
          ref={holdFrame}
          role="grid"
          aria-label={t("grid")}
          aria-rowcount={routes.length}
          aria-activedescendant={active === null ? undefined : `timeline-${active}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
          className="scroll-quiet relative min-h-0 flex-1 overflow-auto outline-offset-[-2px]"
        >
          <TimelineAxis scale={scale} zone={t.format.zone(board.plan.timeZone, board.plan.date)} now={now} />
          <div
            role="presentation"
            className="relative"
            style={{ height: rows.getTotalSize(), width: LABEL_PIXELS + scale.widthPixels }}
          >
            {rows.getVirtualItems().map(({ key, index, start }) => (
              <TreeRow
                key={key}
                aria-rowindex={index + 1}
                className="absolute top-0 left-0 flex"
                style={{ height: ROW_PIXELS + 1, transform: `translateY(${start}px)` }}
              >
                <TimelineRow route={routes[index]!} scale={scale} />
              </TreeRow>
            ))}
            {now === null ? null : (
              <div
                aria-hidden="true"
                data-testid="now-line"
                className="pointer-events-none absolute inset-y-0 w-px bg-info"
                style={{ left: LABEL_PIXELS + pixelsAt(scale, now) }}
              />
            )}
            <BrushShade scale={scale} />
          </div>
          <HoveredBlock
            scale={scale}
            rowTop={(routeId) => (indexOf.get(routeId) ?? 0) * (ROW_PIXELS + 1)}
            scrollTop={rows.scrollOffset ?? 0}
          />
        </div>
      </ContextMenu>
    </section>
  );
}

/** Only rows in view are in the page, and the one being dragged from: browsers end a drag whose source is gone. */
function useRows({ routes }: PlanBoard, scroller: React.RefObject<HTMLDivElement | null>) {
  const dragged = useBoardStore((state) => state.drag?.visitIds[0]);
  const held =
    dragged === undefined ? -1 : routes.findIndex((route) => route.stops.some((stop) => stop.visitId === dragged));
  return useVirtualizer({
    count: routes.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => routes[index]!.id,
    estimateSize: () => ROW_PIXELS + 1,
    scrollPaddingStart: AXIS_PIXELS,
    overscan: 4,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return held < 0 || indexes.includes(held) ? indexes : [...indexes, held];
    },
  });
}

/** Brings into view what is walked on elsewhere, and the moments asked for. */
function useFollowing(board: PlanBoard, zoom: TimeZoom, showRow: (index: number) => void): void {
  const cursor = useBoardStore((state) => state.cursor);
  const wish = useBoardStore((state) => state.timeWish);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new cursor scrolls; new times must not pull the rows about.
  useEffect(() => {
    if (!cursor || cursor.kind === "pool") return;
    const place = cursor.kind === "stop" ? stopPlaces(board).get(cursor.id) : undefined;
    const routeId = cursor.kind === "route" ? cursor.id : place?.route.id;
    const index = board.routes.findIndex((route) => route.id === routeId);
    if (index >= 0) showRow(index);
    if (place) zoom.reveal(place.route.schedule.stops[place.index]!.startSeconds);
  }, [cursor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is granted once.
  useEffect(() => {
    if (wish) zoom.goTo(wish.seconds);
  }, [wish]);
}

function useActiveRoute(board: PlanBoard): string | null {
  const places = stopPlaces(board);
  return useBoardStore(({ cursor }) => {
    if (!cursor || cursor.kind === "pool") return null;
    return cursor.kind === "route" ? cursor.id : (places.get(cursor.id)?.route.id ?? null);
  });
}

function BrushShade({ scale }: { scale: Parameters<typeof pixelsAt>[0] }) {
  const brush = useBoardStore((state) => state.timeBrush);
  if (!brush) return null;
  const left = pixelsAt(scale, brush.fromSeconds);
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 border-accent border-x bg-accent/10"
      style={{ left: LABEL_PIXELS + left, width: pixelsAt(scale, brush.toSeconds) - left }}
    />
  );
}
