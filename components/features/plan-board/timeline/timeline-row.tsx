"use client";
import clsx from "clsx";
import { memo, type PointerEvent, useCallback, useMemo, useRef, useState } from "react";
import { formatTimeOfDay } from "@/components/lib/format";
import { useTheme } from "@/components/lib/theme";
import { routeHue } from "@/components/map/route-palette";
import { RouteSwatch } from "@/components/map/route-swatch";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoardSession } from "../board-context";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useDropArea, useStopDragAt } from "../drag/use-list-drag";
import { listOrder } from "../route-list/build-rows";
import { toggleRoute } from "../route-list/toggle-row";
import { useRouteLook } from "../route-looks";
import { clearSelection, sameCursor, selectStop } from "../select-stops";
import { ROW_PIXELS, stopAt, stopBefore } from "./route-blocks";
import { RowMarks } from "./row-marks";
import { RowPaths } from "./row-paths";
import { pixelsAt, secondsAt, type TimeScale } from "./time-scale";

export const LABEL_PIXELS = 188;

export interface TimelineRowProps {
  readonly route: BoardRoute;
  readonly scale: TimeScale;
  readonly now: number | null;
}

/** A van's day from left to right. What is pointed at here is pointed at in the list and on the map, and back. */
export const TimelineRow = memo(function TimelineRow({ route, scale, now }: TimelineRowProps) {
  const theme = useTheme();
  const look = useRouteLook(route.id);
  const hue = routeHue(theme, look.hueIndex);
  const band = useRef<HTMLDivElement>(null);
  const [area, setArea] = useState<HTMLElement | null>(null);
  const secondsUnder = useCallback(
    (clientX: number) => secondsAt(scale, clientX - (band.current?.getBoundingClientRect().left ?? 0)),
    [scale],
  );
  const pointing = usePointing(route, secondsUnder);
  useStopDragAt(band, pointing.visitAt);
  const placeAt = useCallback(
    (clientX: number) =>
      ({ kind: "gap", routeId: route.id, afterVisitId: stopBefore(route, secondsUnder(clientX)) }) as const,
    [route, secondsUnder],
  );
  useDropArea(area, placeAt);
  const isFaint = useBoardStore(
    ({ isolatedRouteIds, hiddenRouteIds }) =>
      hiddenRouteIds.has(route.id) || (isolatedRouteIds.size > 0 && !isolatedRouteIds.has(route.id)),
  );
  const isHovered = useBoardStore(({ hovered }) => hovered?.kind === "route" && hovered.id === route.id);
  const isTarget = useBoardStore(
    ({ dropPlace }) => dropPlace !== null && dropPlace.kind !== "pool" && dropPlace.routeId === route.id,
  );
  const { startSeconds, endSeconds, lateStops } = route.schedule;
  const times = route.stops.length > 0 ? `${formatTimeOfDay(startSeconds)} to ${formatTimeOfDay(endSeconds)}` : "empty";
  return (
    <div
      className={clsx("flex border-line border-b", isTarget ? "bg-accent-soft" : isHovered && "bg-hover")}
      style={{ height: ROW_PIXELS + 1, width: LABEL_PIXELS + scale.widthPixels }}
      data-route-number={route.number}
    >
      <div
        className="sticky left-0 z-10 flex shrink-0 items-center gap-1.5 border-line border-r bg-surface pr-2 pl-2"
        style={{ width: LABEL_PIXELS }}
      >
        <RouteSwatch {...look} number={String(route.number)} theme={theme} alert={lateStops > 0} />
        <span className="truncate text-sm">{route.driver.name}</span>
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list beside it is the same by keyboard. */}
      <div
        ref={(element) => {
          band.current = element;
          setArea(element);
        }}
        role="img"
        aria-label={`Route ${route.number}: ${times}, ${route.stops.length} stops, ${lateStops} late`}
        className={clsx("relative shrink-0", isFaint && "opacity-25")}
        style={{ width: scale.widthPixels }}
        onPointerMove={pointing.onPointerMove}
        onPointerLeave={pointing.onPointerLeave}
        onClick={pointing.onClick}
      >
        <svg width={scale.widthPixels} height={ROW_PIXELS} className="block" aria-hidden="true">
          <RowPaths route={route} scale={scale} hue={hue} />
          <RowMarks route={route} scale={scale} />
          {now === null ? null : (
            <line
              x1={pixelsAt(scale, now)}
              x2={pixelsAt(scale, now)}
              y1={0}
              y2={ROW_PIXELS}
              className="stroke-info"
              strokeWidth={1.5}
            />
          )}
        </svg>
      </div>
    </div>
  );
});

/** What the pointer says over a row: hover and pick, as in the list. */
function usePointing(route: BoardRoute, secondsUnder: (clientX: number) => number) {
  const store = useBoardStoreApi();
  const { queue } = useBoardSession();
  return useMemo(() => {
    const visitAt = (clientX: number) => {
      const index = stopAt(route, secondsUnder(clientX));
      return index === null ? null : route.stops[index]!.visitId;
    };
    return {
      visitAt,
      onPointerMove({ clientX }: PointerEvent) {
        const visitId = visitAt(clientX);
        const hovered = visitId ? ({ kind: "stop", id: visitId } as const) : ({ kind: "route", id: route.id } as const);
        if (!sameCursor(hovered, store.getState().hovered)) store.setState({ hovered });
      },
      onPointerLeave: () => store.setState({ hovered: null }),
      onClick(event: React.MouseEvent) {
        const visitId = visitAt(event.clientX);
        if (!visitId) return clearSelection(store, { kind: "route", id: route.id });
        const mode = event.ctrlKey || event.metaKey ? "toggle" : event.shiftKey ? "extend" : "replace";
        selectStop(store, visitId, mode, listOrder(queue.view().board));
        toggleRoute(store, route.id, true);
      },
    };
  }, [route, secondsUnder, store, queue]);
}
