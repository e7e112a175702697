"use client";
import { ChevronRight, CircleCheck } from "lucide-react";
import { useMemo } from "react";
import { formatCount, formatDistance, formatDuration, formatMoney } from "@/components/lib/format";
import { Stat } from "@/components/ui/stat";
import { sumFigures } from "@/server/domain/plan/diff-plan";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStoreApi } from "../board-store";
import { loadShare } from "../route-list/route-load";
import { InspectorSection } from "./inspector-section";

/** The whole day in figures, and what is still wrong with it; each problem leads to its stops. */
export function PlanSummary({ board }: { board: PlanBoard }) {
  const figures = useMemo(() => sumFigures(board.routes), [board.routes]);
  const problems = useMemo(() => problemsOf(board), [board]);
  const store = useBoardStoreApi();
  return (
    <>
      <InspectorSection title="The day">
        <div className="grid grid-cols-2 gap-x-4 gap-y-3">
          <Stat
            label="Planned"
            value={formatCount(figures.stops)}
            detail={`of ${formatCount(board.visits.size)} stops`}
          />
          <Stat label="Routes" value={figures.routesUsed} detail={`of ${board.routes.length}`} />
          <Stat label="Distance" value={formatDistance(figures.distanceMeters)} />
          <Stat label="Working time" value={formatDuration(figures.durationSeconds)} unit="h" />
          <Stat label="Cost" value={formatMoney(figures.costCents, board.plan.currency)} />
          <Stat
            label="Per stop"
            value={figures.stops === 0 ? "–" : formatMoney(figures.costCents / figures.stops, board.plan.currency)}
          />
        </div>
      </InspectorSection>
      <InspectorSection title="To look at">
        {problems.length === 0 ? (
          <p className="flex items-center gap-2 text-ok">
            <CircleCheck className="size-4" aria-hidden="true" />
            Every stop is planned, on time and within limits
          </p>
        ) : (
          <ul className="-mx-2 flex flex-col">
            {problems.map(({ label, visitIds }) => (
              <li key={label}>
                <button
                  type="button"
                  onClick={() =>
                    store.setState(({ fitRequests }) => ({
                      selectedIds: new Set(visitIds),
                      pinned: true,
                      fitRequests: fitRequests + 1,
                    }))
                  }
                  className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover pointer-coarse:min-h-11"
                >
                  <span className="w-9 text-right font-semibold tabular-nums">{formatCount(visitIds.length)}</span>
                  <span className="flex-1">{label}</span>
                  <ChevronRight className="size-3.5 text-ink-muted" aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
      </InspectorSection>
    </>
  );
}

interface Problem {
  readonly label: string;
  readonly visitIds: readonly string[];
}

function problemsOf(board: PlanBoard): Problem[] {
  const stops = board.routes.flatMap((route) => route.schedule.stops);
  const breaking = (...rules: string[]) =>
    stops.filter(({ breaks }) => breaks.some(({ rule }) => rules.includes(rule))).map(({ visitId }) => visitId);
  const obstacle = (kind: string) => board.pool.filter((id) => board.visits.get(id)!.obstacle === kind);
  const overloaded = board.routes.filter((route) => (loadShare(route) ?? 0) > 1);
  const problems: Problem[] = [
    { label: "late", visitIds: breaking("late") },
    { label: "after the end of the shift", visitIds: breaking("shift") },
    { label: "unassigned", visitIds: board.pool.filter((id) => board.visits.get(id)!.obstacle === undefined) },
    { label: "without a position", visitIds: obstacle("unlocated") },
    { label: "promised for another day", visitIds: obstacle("other-day") },
    { label: "need what the van has not", visitIds: breaking("skill", "feature", "pair") },
    { label: "on overloaded routes", visitIds: overloaded.flatMap((route) => route.stops.map((stop) => stop.visitId)) },
  ];
  return problems.filter(({ visitIds }) => visitIds.length > 0);
}
