"use client";
import clsx from "clsx";
import { ListChecks } from "lucide-react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { IconButton } from "@/components/ui/icon-button";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoardStore, useBoardStoreApi } from "../board-store";
import { useIsDropTarget } from "../drag/use-drop-marks";
import { useLiveDay, useLiveRoute } from "../live/live-day-context";
import { PhaseBadge } from "../live/phase-badge";
import { LateBadge, RouteLiveLines } from "../live/route-live-lines";
import { useBoardMode } from "../modes/board-mode";
import { RouteProgressLine } from "../modes/route-progress-line";
import { RouteHolders } from "../presence/route-holders";
import { ProblemBadges, RouteDelta, RouteLockButton, SentBadge } from "../route-list/route-facts";
import { loadShare } from "../route-list/route-load";
import { ShiftBar } from "../route-list/shift-bar";
import { useRouteLook } from "../route-looks";
import { selectArea } from "../select-stops";

const HEAD = "sticky top-0 z-20 flex select-none flex-col justify-center gap-0.5 border-line border-b px-2";

export interface RouteHeadProps {
  readonly route: BoardRoute;
  readonly isPending: boolean;
}

/** What the list says of a route, over its column: look and number, driver, load, shift, what is wrong, lock; once it is driven, how that goes. */
export function RouteHead({ route, isPending }: RouteHeadProps) {
  const t = useWords("boardRoutes");
  const theme = useTheme();
  const look = useRouteLook(route.id);
  const isCursor = useBoardStore((state) => state.cursor?.kind === "route" && state.cursor.id === route.id);
  const isHovered = useBoardStore((state) => state.hovered?.kind === "route" && state.hovered.id === route.id);
  const isTarget = useIsDropTarget(route.id);
  const { schedule } = route;
  const driven = useLiveRoute(route.id);
  const isLate = driven ? driven.figures.lateStops > 0 : schedule.lateStops > 0;
  return (
    <HeadCell
      id={`head-${route.id}`}
      isCursor={isCursor}
      className={isTarget ? "bg-accent-soft outline-accent" : isHovered ? "bg-hover" : "bg-surface"}
      isOutlined={isTarget}
    >
      <span className="flex h-6 items-center gap-1">
        <span className="shrink-0">
          <RouteSwatch number={String(route.number)} {...look} theme={theme} alert={isLate} />
        </span>
        <span className="flex min-w-0 flex-1 items-center justify-end gap-1">
          {driven ? <PhaseBadge phase={driven.live.phase} /> : <SentBadge status={route.status} />}
          <RouteHolders routeId={route.id} />
          {driven ? null : <ProblemBadges route={route} />}
        </span>
        <RouteLockButton route={route} alwaysShown />
      </span>
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{route.driver.name}</span>
        {driven ? <LateBadge figures={driven.figures} /> : null}
        {route.stops.length === 0 || driven ? null : (
          <span
            title={t("end")}
            className={clsx(
              "text-sm tabular-nums",
              schedule.overtimeSeconds > 0 ? "font-medium text-alert" : "text-ink-muted",
            )}
          >
            {`${isPending ? "~" : ""}${t.format.time(schedule.endSeconds)}`}
          </span>
        )}
      </span>
      <RouteFigures route={route} />
    </HeadCell>
  );
}

/** Figures in one line; during a drag, what dropping here would add. */
function RouteFigures({ route }: { route: BoardRoute }) {
  const t = useWords("boardRoutes");
  const { mode } = useBoardMode();
  const isPreviewed = useBoardStore((state) => state.previews.has(route.id));
  const driven = useLiveRoute(route.id);
  if (isPreviewed) return <RouteDelta routeId={route.id} />;
  const { shift } = route.rules;
  if (route.stops.length === 0) {
    const text = t("empty", { shift: t.format.timeRange(shift.fromSeconds, shift.toSeconds) });
    return <span className="text-ink-muted text-sm leading-4 tabular-nums">{text}</span>;
  }
  if (driven) return <RouteLiveLines route={route} {...driven} />;
  if (mode !== "plan") return <RouteProgressLine route={route} />;
  const load = loadShare(route);
  return (
    <span className="flex items-center gap-2 text-ink-muted text-sm leading-4 tabular-nums">
      <span title={t("found", { count: route.stops.length })}>{t.format.count(route.stops.length)}</span>
      <span title={t("load")} className={clsx(load !== null && load > 1 && "font-medium text-warn")}>
        {load === null ? "–" : Number.isFinite(load) ? t.format.share(load) : t("overLoad")}
      </span>
      <span>{t.format.distance(route.schedule.distanceMeters)}</span>
      <ShiftBar route={route} className="min-w-6 flex-1" />
    </span>
  );
}

/** Over the unassigned, which are all picked with one press. */
export function PoolHead({ visitIds }: { visitIds: readonly string[] }) {
  const t = useWords("boardRoutes");
  const store = useBoardStoreApi();
  const isCursor = useBoardStore((state) => state.cursor?.kind === "pool");
  const isTarget = useBoardStore((state) => state.dropPlace?.kind === "pool");
  return (
    <HeadCell
      id="head-pool"
      isCursor={isCursor}
      className={isTarget ? "bg-accent-soft outline-accent" : "bg-surface-sunken"}
      isOutlined={isTarget}
    >
      <span className="flex h-6 items-center gap-2">
        <span className="ml-1 size-2.5 rotate-45 border-[1.5px] border-ink-muted" aria-hidden="true" />
        <span className="flex-1 truncate font-medium">{t("unassigned")}</span>
        <IconButton
          label={t("selectFound", { count: visitIds.length })}
          size="sm"
          icon={<ListChecks />}
          disabled={visitIds.length === 0}
          onClick={(event) => {
            event.stopPropagation();
            selectArea(store, visitIds, false);
          }}
        />
      </span>
      <span className="pl-6 text-ink-muted text-sm tabular-nums">{t("found", { count: visitIds.length })}</span>
    </HeadCell>
  );
}

interface HeadCellProps extends React.ComponentProps<"div"> {
  readonly isCursor: boolean;
  readonly isOutlined: boolean;
}

function HeadCell({ isCursor, isOutlined, className, ...rest }: HeadCellProps) {
  const isDriven = useLiveDay() !== null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: cells of a virtual grid are placed absolutely.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names its active cell.
    <div
      {...rest}
      role="rowheader"
      aria-selected={isCursor}
      className={clsx(
        HEAD,
        isDriven ? "h-25" : "h-21",
        className,
        (isOutlined || isCursor) && "outline-2 -outline-offset-2",
        isCursor && !isOutlined && "outline-focus",
      )}
    />
  );
}
