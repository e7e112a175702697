"use client";
import { useTheme } from "@/components/lib/theme";
import { useWords } from "@/components/lib/words/words-context";
import { RouteSwatch } from "@/components/map/route-swatch";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { VirtualList } from "@/components/ui/virtual-list";
import { type BoardRoute, boardVisit } from "@/server/domain/plan/plan-board";
import { useBoard, useBoardSession } from "../board-context";
import { BreakChips } from "../route-list/break-chips";
import { useRouteLook } from "../route-looks";
import { boardChecks, type LateStop } from "./board-checks";
import { NothingLeft } from "./nothing-left";
import { useShowOnBoard } from "./use-show-on-board";

/** Stops that will be reached too late, worst first. */
export function LateCheck() {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  return (
    <VirtualList
      label={t("check.late")}
      items={boardChecks(board).late}
      itemKey={({ visitId }) => visitId}
      estimateHeight={60}
      empty={<NothingLeft title={t("none.late")} />}
      renderItem={(late) => <LateRow late={late} />}
    />
  );
}

function LateRow({ late }: { late: LateStop }) {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  const { actions, canEdit } = useBoardSession();
  const show = useShowOnBoard();
  const visit = boardVisit(board, late.visitId);
  const stop = late.route.schedule.stops[late.index]!;
  return (
    <div className="flex items-center gap-3 border-line border-b px-4 py-2" data-visit-id={visit.id}>
      <Swatch route={late.route} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{visit.name || visit.externalId}</span>
        <span className="flex items-center gap-1.5 text-ink-muted text-sm tabular-nums">
          {t("late.arrives", { time: t.format.time(stop.arriveSeconds) })}
          <BreakChips breaks={stop.breaks} dimensions={board.plan.loadDimensions} max={2} />
        </span>
      </span>
      {canEdit ? (
        <Button size="sm" variant="ghost" onClick={() => actions.move([visit.id], { kind: "pool" })}>
          {t("late.unassign")}
        </Button>
      ) : null}
      <Button size="sm" onClick={() => show({ kind: "stop", id: visit.id })}>
        {t("show")}
      </Button>
    </div>
  );
}

/** Routes over their load or past their shift. */
export function StrainedCheck() {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  return (
    <VirtualList
      label={t("check.strained")}
      items={boardChecks(board).strained}
      itemKey={({ id }) => id}
      estimateHeight={60}
      empty={<NothingLeft title={t("none.strained")} />}
      renderItem={(route) => <StrainedRow route={route} />}
    />
  );
}

function StrainedRow({ route }: { route: BoardRoute }) {
  const t = useWords("boardCutoff");
  const { board } = useBoard();
  const show = useShowOnBoard();
  const { schedule } = route;
  const overload = schedule.stops.flatMap(({ breaks }) => breaks.filter(({ rule }) => rule === "capacity")).slice(0, 1);
  return (
    <div className="flex items-center gap-3 border-line border-b px-4 py-2">
      <Swatch route={route} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{route.driver.name}</span>
        <span className="flex items-center gap-1.5 text-ink-muted text-sm tabular-nums">
          {t.format.timeRange(schedule.startSeconds, schedule.endSeconds)}
          {schedule.overtimeSeconds > 0 ? (
            <Badge tone="warn">{t("strained.overtime", { time: t.format.duration(schedule.overtimeSeconds) })}</Badge>
          ) : null}
          <BreakChips breaks={overload} dimensions={board.plan.loadDimensions} max={1} />
        </span>
      </span>
      <Button size="sm" onClick={() => show({ kind: "route", id: route.id })}>
        {t("show")}
      </Button>
    </div>
  );
}

function Swatch({ route }: { route: BoardRoute }) {
  const theme = useTheme();
  const look = useRouteLook(route.id);
  return <RouteSwatch number={String(route.number)} {...look} theme={theme} />;
}
