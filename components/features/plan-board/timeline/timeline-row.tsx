"use client";
import clsx from "clsx";
import { memo, useCallback, useMemo, useRef, useState } from "react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { routeHue } from "@/components/map/route-palette";
import { boardLegs } from "@/server/domain/plan/board-legs";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { retimeRoute } from "@/server/domain/plan/retime-route";
import { useBoard } from "../board-context";
import { useBoardStore } from "../board-store";
import { useDropArea, useStopDragAt } from "../drag/use-list-drag";
import { useLiveDay, useLiveRoute } from "../live/live-day-context";
import { TreeCell } from "../route-list/tree-row";
import { useRouteLook } from "../route-looks";
import { asDriven } from "./as-driven";
import { describeRow } from "./describe-row";
import { LiveRowPaths } from "./live-row-paths";
import { ROW_PIXELS, servicePath, stopBefore } from "./route-blocks";
import { RouteLabel } from "./route-label";
import { RowMarks } from "./row-marks";
import { RowPaths } from "./row-paths";
import { secondsAt, type TimeScale } from "./time-scale";
import { LABEL_PIXELS } from "./timeline-measures";
import { usePointing } from "./use-pointing";

export interface TimelineRowProps {
  readonly route: BoardRoute;
  readonly scale: TimeScale;
}

/** A van's day from left to right. What is pointed at here is pointed at in the list and on the map, and back. */
export const TimelineRow = memo(function TimelineRow({ route, scale }: TimelineRowProps) {
  const band = useRef<HTMLElement>(null);
  const [area, setArea] = useState<HTMLElement | null>(null);
  const [label, setLabel] = useState<HTMLElement | null>(null);
  const secondsUnder = useCallback(
    (clientX: number) => secondsAt(scale, clientX - (band.current?.getBoundingClientRect().left ?? 0)),
    [scale],
  );
  // A ref that changed with every render would let go of the band each time, and a drag with it.
  const holdBand = useCallback((element: HTMLElement | null) => {
    band.current = element;
    setArea(element);
  }, []);
  const driven = useLiveRoute(route.id);
  const isDriven = driven !== null && driven.live.phase !== "unsent";
  const shown = useMemo(() => (isDriven ? asDriven(route, driven.live) : route), [route, isDriven, driven]);
  const pointing = usePointing(shown, isDriven, secondsUnder);
  useStopDragAt(band, pointing.visitAt);
  const placeAt = useCallback(
    (clientX: number, _y: number, dragged: ReadonlySet<string>) =>
      ({ kind: "slot", routeId: route.id, afterVisitId: stopBefore(route, secondsUnder(clientX), dragged) }) as const,
    [route, secondsUnder],
  );
  useDropArea(area, placeAt);
  useDropArea(
    label,
    useCallback(() => ({ kind: "route", routeId: route.id }) as const, [route.id]),
  );
  const description = useDescription(route);
  const isTarget = useBoardStore(
    ({ dropPlace }) => dropPlace !== null && dropPlace.kind !== "pool" && dropPlace.routeId === route.id,
  );
  const isHovered = useBoardStore(({ hovered }) => hovered?.kind === "route" && hovered.id === route.id);
  const isCursor = useBoardStore(({ cursor }) => cursor?.kind === "route" && cursor.id === route.id);
  const isFaint = useBoardStore(
    ({ isolatedRouteIds, hiddenRouteIds }) =>
      hiddenRouteIds.has(route.id) || (isolatedRouteIds.size > 0 && !isolatedRouteIds.has(route.id)),
  );
  const ground = isTarget ? "bg-accent-soft" : isHovered ? "bg-hover" : "bg-surface";
  return (
    <>
      <TreeCell
        ref={setLabel}
        className={clsx(
          "sticky left-0 z-10 flex shrink-0 items-center gap-1.5 border-line border-r border-b pr-2.5 pl-3",
          ground,
          isCursor && "outline-2 outline-focus -outline-offset-2",
        )}
        style={{ width: LABEL_PIXELS }}
        onPointerMove={pointing.onLabelMove}
        onPointerLeave={pointing.onPointerLeave}
        onClick={pointing.onLabelClick}
      >
        <RouteLabel route={route} isTarget={isTarget} />
      </TreeCell>
      <TreeCell
        ref={holdBand}
        id={`timeline-${route.id}`}
        aria-label={description}
        data-testid="timeline-band"
        data-route-number={route.number}
        className={clsx("relative block shrink-0 border-line border-b", ground)}
        style={{ width: scale.widthPixels }}
        onPointerMove={pointing.onPointerMove}
        onPointerLeave={pointing.onPointerLeave}
        onClick={pointing.onClick}
        onContextMenu={pointing.onContextMenu}
      >
        <svg
          width={scale.widthPixels}
          height={ROW_PIXELS}
          className={clsx("block", isFaint && "opacity-25")}
          aria-hidden="true"
        >
          <RowPicture route={route} scale={scale} />
        </svg>
      </TreeCell>
    </>
  );
});

/** The row as it is; while a drag is aimed so that the row would change, as it would become. */
function RowPicture({ route, scale }: TimelineRowProps) {
  const theme = useTheme();
  const hue = routeHue(theme, useRouteLook(route.id).hueIndex);
  const { board } = useBoard();
  const preview = useBoardStore(({ dropPreview }) => (dropPreview?.ok ? dropPreview : null));
  const change = preview?.routes.find((each) => each.routeId === route.id);
  const future = useMemo(
    () => (change ? retimeRoute(route, change.visitIds, board, boardLegs(board)) : null),
    [route, change, board],
  );
  const day = useLiveDay();
  const driven = useLiveRoute(route.id);
  const shown = useMemo(() => (driven ? asDriven(route, driven.live) : route), [route, driven]);
  if (driven && driven.live.phase !== "unsent" && (!future || !preview)) {
    return (
      <>
        <LiveRowPaths route={route} live={driven.live} scale={scale} hue={hue} atSeconds={day?.atSeconds ?? null} />
        <RowMarks route={shown} scale={scale} isDriven />
      </>
    );
  }
  if (!future || !preview) {
    return (
      <>
        <RowPaths route={route} scale={scale} hue={hue} />
        <RowMarks route={route} scale={scale} />
      </>
    );
  }
  const moved = new Set(preview.movedVisitIds);
  return (
    <>
      <RowPaths route={future} scale={scale} hue={hue} />
      <path d={servicePath(future, moved, scale)} className="fill-accent stroke-accent" strokeWidth={2} />
    </>
  );
}

/** The row in words: a picture says nothing to those who do not see it. */
function useDescription(route: BoardRoute): string {
  const t = useWords("boardTimeline");
  const rules = useWords("rules");
  const { board } = useBoard();
  const walkedOn = useBoardStore(({ cursor }) =>
    cursor?.kind === "stop" && route.stops.some((stop) => stop.visitId === cursor.id) ? cursor.id : null,
  );
  return describeRow(t, rules, route, board, walkedOn);
}
