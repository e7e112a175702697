"use client";
import { ArrowRight } from "lucide-react";
import { useWords } from "@/components/lib/words/words-context";
import type { PlanDiff, PlanFigures } from "@/server/domain/plan/diff-plan";

export interface DiffTotalsProps {
  readonly totals: PlanDiff["totals"];
  readonly unplanned: readonly [before: number, after: number];
  readonly currency: string;
  readonly isApproximate: boolean;
  readonly hasEmissions: boolean;
}

/** The change in a line: what the figures are and what they become. */
export function DiffTotals({ totals, unplanned, currency, isApproximate, hasEmissions }: DiffTotalsProps) {
  const { before, after } = totals;
  const t = useWords("boardDiff");
  const { format } = t;
  const pair = (label: string, show: (figures: PlanFigures) => string, isTimed = true) => {
    const [from, to] = [show(before), show(after)];
    return { label, from, to, isGuess: isTimed && isApproximate && from !== to };
  };
  const items = [
    pair(t("column.stops"), (each) => format.count(each.stops), false),
    { label: t("total.unassigned"), from: format.count(unplanned[0]), to: format.count(unplanned[1]), isGuess: false },
    pair(t("total.routes"), (each) => format.count(each.routesUsed), false),
    pair(t("column.distance"), (each) => format.distance(each.distanceMeters)),
    pair(t("column.time"), (each) => format.duration(each.durationSeconds)),
    pair(t("column.late"), (each) => format.count(each.lateStops)),
    pair(t("column.cost"), (each) => format.money(each.costCents, currency)),
    ...(hasEmissions ? [pair(t("column.emissions"), (each) => format.weight(each.emissionsGrams))] : []),
  ];
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-1">
      {items.map(({ label, from, to, isGuess }) => (
        <div key={label} className="flex flex-col">
          <dt className="text-ink-muted text-xs">{label}</dt>
          <dd className="flex items-center gap-1 tabular-nums">
            {from === to ? null : (
              <>
                <span className="text-ink-muted">{from}</span>
                <ArrowRight className="size-3 text-ink-muted" aria-label={t("becomes")} role="img" />
              </>
            )}
            <span className="font-semibold">
              {isGuess ? "~" : ""}
              {to}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
