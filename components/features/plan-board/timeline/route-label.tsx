import clsx from "clsx";
import { TriangleAlert } from "lucide-react";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { useBoardStore } from "../board-store";
import { describeDelta } from "../describe-delta";
import { useRouteLook } from "../route-looks";

/** Which van a row is; during a drag, what putting the dragged stops on it would do. */
export function RouteLabel({ route, isTarget }: { route: BoardRoute; isTarget: boolean }) {
  const theme = useTheme();
  const look = useRouteLook(route.id);
  const { lateStops } = route.schedule;
  return (
    <>
      <RouteSwatch {...look} number={String(route.number)} theme={theme} alert={lateStops > 0} />
      <NameOrDelta route={route} isTarget={isTarget} />
    </>
  );
}

function NameOrDelta({ route, isTarget }: { route: BoardRoute; isTarget: boolean }) {
  const t = useWords("boardTimeline");
  const rules = useWords("rules");
  const best = useBoardStore((state) => (state.drag ? state.previews.get(route.id) : undefined));
  const aimed = useBoardStore((state) => (isTarget && state.dropPreview?.ok ? state.dropPreview : undefined));
  // What letting go does is told for the row aimed at: with an exact slot that is not its best place.
  const preview = aimed?.routes.find((each) => each.routeId === route.id) ?? best;
  if (!preview) {
    return (
      <>
        <span className="min-w-0 flex-1 truncate">{route.driver.name}</span>
        <span className={clsx("shrink-0 text-sm tabular-nums", lateClass(route))}>
          {route.schedule.lateStops > 0 ? t("late", { count: route.schedule.lateStops }) : route.stops.length || "–"}
        </span>
      </>
    );
  }
  const isWorse = preview.newBreaks.length > 0;
  return (
    <span
      data-testid="timeline-delta"
      className={clsx(
        "flex min-w-0 items-center gap-1 truncate font-medium text-sm tabular-nums",
        isWorse && "text-warn",
      )}
    >
      {isWorse ? <TriangleAlert className="size-3.5 shrink-0" aria-label={t("breaksRule")} role="img" /> : null}
      {preview.isApproximate ? "~ " : ""}
      {describeDelta(rules, preview.delta)}
    </span>
  );
}

function lateClass({ schedule }: BoardRoute): string {
  return schedule.lateStops > 0 ? "font-medium text-alert" : "text-ink-muted";
}
