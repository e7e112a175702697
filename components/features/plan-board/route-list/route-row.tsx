"use client";
import clsx from "clsx";
import { ChevronRight, EyeOff } from "lucide-react";
import { memo } from "react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useIsDropTarget } from "../drag/use-drop-marks";
import { useLiveRoute } from "../live/live-day-context";
import { PhaseBadge } from "../live/phase-badge";
import { LateBadge, RouteLiveLines } from "../live/route-live-lines";
import { useBoardMode } from "../modes/board-mode";
import { RouteProgressLine } from "../modes/route-progress-line";
import { RouteHolders } from "../presence/route-holders";
import { useRouteLook } from "../route-looks";
import { ProblemBadges, RouteDelta, RouteLockButton, SentBadge } from "./route-facts";
import { loadShare } from "./route-load";
import { ShiftBar } from "./shift-bar";
import { toggleRoute } from "./toggle-row";
import { TreeCell, TreeRow } from "./tree-row";

export interface RouteRowProps {
  readonly route: BoardRoute;
  readonly expanded: boolean;
  readonly isPending: boolean;
}

/** One route at a glance: look and number, driver, load, how the shift is filled, what is wrong, lock. */
export const RouteRow = memo(function RouteRow({ route, expanded, isPending }: RouteRowProps) {
  const t = useWords("boardRoutes");
  const number = String(route.number);
  const store = useBoardStoreApi();
  const theme = useTheme();
  const look = useRouteLook(route.id);
  const isCursor = useBoardStore((state) => state.cursor?.kind === "route" && state.cursor.id === route.id);
  const isHovered = useBoardStore((state) => state.hovered?.kind === "route" && state.hovered.id === route.id);
  const isHidden = useBoardStore((state) => state.hiddenRouteIds.has(route.id));
  const isTarget = useIsDropTarget(route.id);
  const driven = useLiveRoute(route.id);
  const isLate = driven ? driven.figures.lateStops > 0 : route.schedule.lateStops > 0;
  return (
    <TreeRow
      id={`row-route:${route.id}`}
      aria-level={1}
      aria-expanded={expanded}
      aria-selected={isCursor}
      aria-label={t("routeRow", { number, driver: route.driver.name, count: route.stops.length })}
      data-route-id={route.id}
      data-route-number={route.number}
      data-drop-kind="route"
      className={clsx(
        "group relative flex cursor-default select-none items-center gap-1.5 border-line border-b pr-3 pl-1",
        driven ? "h-19" : "h-14",
        isTarget ? "bg-accent-soft" : isHovered ? "bg-hover" : "bg-surface hover:bg-hover",
        isTarget && "outline-2 outline-accent -outline-offset-2",
        isCursor && "outline-2 outline-focus -outline-offset-2",
        isHidden && "opacity-60",
      )}
    >
      <TreeCell className="flex shrink-0 items-center">
        <button
          type="button"
          tabIndex={-1}
          aria-label={expanded ? t("closeRoute", { number }) : t("openRoute", { number })}
          onClick={(event) => {
            event.stopPropagation();
            toggleRoute(store, route.id);
          }}
          className="grid size-6 place-items-center rounded-sm text-ink-muted hover:bg-pressed hover:text-ink"
        >
          <ChevronRight className={clsx("size-3.5 transition-transform duration-100", expanded && "rotate-90")} />
        </button>
        <span className="w-16">
          <RouteSwatch
            number={number}
            hueIndex={look.hueIndex}
            styleIndex={look.styleIndex}
            theme={theme}
            alert={isLate}
          />
        </span>
      </TreeCell>
      <TreeCell className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex h-6 items-center gap-1.5">
          <span className="min-w-0 flex-1 truncate">
            <span className="font-medium">{route.driver.name}</span>
            {route.wave ? <span className="ml-1.5 text-ink-muted text-sm">{route.wave}</span> : null}
          </span>
          {isHidden ? <EyeOff className="size-3.5 text-ink-muted" aria-label={t("hidden")} role="img" /> : null}
          {driven ? (
            <PhaseBadge phase={driven.live.phase} isShort={driven.figures.lateStops > 0} />
          ) : (
            <SentBadge status={route.status} />
          )}
          <RouteHolders routeId={route.id} />
          {driven ? <LateBadge figures={driven.figures} /> : <ProblemBadges route={route} />}
          <RouteLockButton route={route} />
        </span>
        <RouteFigures route={route} isPending={isPending} />
      </TreeCell>
    </TreeRow>
  );
});

/** The figures of a route; during a drag, what dropping here would add. */
function RouteFigures({ route, isPending }: Pick<RouteRowProps, "route" | "isPending">) {
  const { mode } = useBoardMode();
  const driven = useLiveRoute(route.id);
  const t = useWords("boardRoutes");
  const isPreviewed = useBoardStore((state) => state.previews.has(route.id));
  if (isPreviewed) return <RouteDelta routeId={route.id} />;
  const load = loadShare(route);
  const { schedule, rules } = route;
  if (route.stops.length === 0) {
    return (
      <span className="text-ink-muted text-sm leading-4 tabular-nums">
        {t("empty", { shift: t.format.timeRange(rules.shift.fromSeconds, rules.shift.toSeconds) })}
      </span>
    );
  }
  if (driven) return <RouteLiveLines route={route} {...driven} />;
  if (mode !== "plan") return <RouteProgressLine route={route} />;
  return (
    <span className="flex items-center gap-2 text-ink-muted text-sm leading-4 tabular-nums">
      <span className="w-7 text-right" title={t("found", { count: route.stops.length })}>
        {route.stops.length}
      </span>
      <span className={clsx("w-10 text-right", load !== null && load > 1 && "font-medium text-warn")} title={t("load")}>
        {load === null ? "–" : Number.isFinite(load) ? t.format.share(load) : t("overLoad")}
      </span>
      <span className="w-14 text-right">{t.format.distance(schedule.distanceMeters)}</span>
      <ShiftBar route={route} className="min-w-6 flex-1" />
      <span
        className={clsx(
          "whitespace-nowrap text-right",
          t.format.reader.hour12 ? "w-18" : "w-11",
          schedule.overtimeSeconds > 0 && "font-medium text-alert",
        )}
        title={t("end")}
      >
        {`${isPending ? "~" : ""}${t.format.time(schedule.endSeconds)}`}
      </span>
    </span>
  );
}
