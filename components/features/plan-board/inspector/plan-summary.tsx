"use client";
import { ChevronRight, CircleCheck } from "lucide-react";
import { useMemo } from "react";
import type { Words } from "@/components/lib/words/words";
import { useWords } from "@/components/lib/words/words-context";
import { Stat } from "@/components/ui/stat";
import { sumFigures } from "@/server/domain/plan/diff-plan";
import { tellsEmissions } from "@/server/domain/plan/emissions";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { useBoardStoreApi } from "../board-store";
import { loadShare } from "../route-list/route-load";
import { InspectorSection } from "./inspector-section";

/** The whole day in figures, and what is still wrong with it; each problem leads to its stops. */
export function PlanSummary({ board }: { board: PlanBoard }) {
  const t = useWords("boardInspector");
  const { format } = t;
  const { currency } = board.plan;
  const figures = useMemo(() => sumFigures(board.routes), [board.routes]);
  const unsaid = board.routes.filter(({ schedule }) => schedule.emissionsGrams === null).length;
  const problems = useMemo(() => problemsOf(t, board), [t, board]);
  const store = useBoardStoreApi();
  return (
    <>
      <InspectorSection title={t("day.title")}>
        <div className="grid grid-cols-2 gap-x-4 gap-y-3">
          <Stat
            label={t("day.planned")}
            value={format.count(figures.stops)}
            detail={t("day.ofStops", { count: board.visits.size })}
          />
          <Stat
            label={t("day.routes")}
            value={format.count(figures.routesUsed)}
            detail={t("day.ofRoutes", { count: board.routes.length })}
          />
          <Stat label={t("day.distance")} value={format.distance(figures.distanceMeters)} />
          <Stat label={t("day.workingTime")} value={format.duration(figures.durationSeconds)} unit="h" />
          <Stat label={t("day.cost")} value={format.money(figures.costCents, currency)} />
          <Stat
            label={t("day.perStop")}
            value={format.money(figures.stops === 0 ? null : figures.costCents / figures.stops, currency)}
          />
          {tellsEmissions(board.routes) ? (
            <Stat
              label={t("day.emissions")}
              value={format.weight(figures.emissionsGrams)}
              detail={unsaid > 0 ? t("day.emissionsUnsaid", { count: unsaid }) : undefined}
              className="col-span-2"
            />
          ) : null}
        </div>
      </InspectorSection>
      <InspectorSection title={t("problem.title")}>
        {problems.length === 0 ? (
          <p className="flex items-center gap-2 text-ok">
            <CircleCheck className="size-4" aria-hidden="true" />
            {t("problem.none")}
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
                  <span className="w-9 text-right font-semibold tabular-nums">{format.count(visitIds.length)}</span>
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

function problemsOf(t: Words<"boardInspector">, board: PlanBoard): Problem[] {
  const stops = board.routes.flatMap((route) => route.schedule.stops);
  const breaking = (...rules: string[]) =>
    stops.filter(({ breaks }) => breaks.some(({ rule }) => rules.includes(rule))).map(({ visitId }) => visitId);
  const obstacle = (kind: string) => board.pool.filter((id) => board.visits.get(id)!.obstacle === kind);
  const overloaded = board.routes.filter((route) => (loadShare(route) ?? 0) > 1);
  const problems: Problem[] = [
    { label: t("problem.late"), visitIds: breaking("late") },
    { label: t("problem.overtime"), visitIds: breaking("shift") },
    {
      label: t("problem.unassigned"),
      visitIds: board.pool.filter((id) => board.visits.get(id)!.obstacle === undefined),
    },
    { label: t("problem.unlocated"), visitIds: obstacle("unlocated") },
    { label: t("problem.otherDay"), visitIds: obstacle("other-day") },
    { label: t("problem.needs"), visitIds: breaking("skill", "feature", "pair") },
    {
      label: t("problem.overloaded"),
      visitIds: overloaded.flatMap((route) => route.stops.map((stop) => stop.visitId)),
    },
  ];
  return problems.filter(({ visitIds }) => visitIds.length > 0);
}
