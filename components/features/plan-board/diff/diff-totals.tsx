"use client";
import { ArrowRight } from "lucide-react";
import { formatCount, formatDistance, formatDuration, formatMoney } from "@/components/lib/format";
import type { PlanDiff, PlanFigures } from "@/server/domain/plan/diff-plan";

export interface DiffTotalsProps {
  readonly totals: PlanDiff["totals"];
  readonly unplanned: readonly [before: number, after: number];
  readonly currency: string;
  readonly isApproximate: boolean;
}

/** The change in a line: what the figures are and what they become. */
export function DiffTotals({ totals: { before, after }, unplanned, currency, isApproximate }: DiffTotalsProps) {
  const pair = (label: string, show: (figures: PlanFigures) => string, isTimed = true) => {
    const [from, to] = [show(before), show(after)];
    return { label, from, to, isGuess: isTimed && isApproximate && from !== to };
  };
  const items = [
    pair("Stops", (each) => formatCount(each.stops), false),
    { label: "Unassigned", from: formatCount(unplanned[0]), to: formatCount(unplanned[1]), isGuess: false },
    pair("Routes", (each) => String(each.routesUsed), false),
    pair("Distance", (each) => formatDistance(each.distanceMeters)),
    pair("Time", (each) => formatDuration(each.durationSeconds)),
    pair("Late", (each) => formatCount(each.lateStops)),
    pair("Cost", (each) => formatMoney(each.costCents, currency)),
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
                <ArrowRight className="size-3 text-ink-muted" aria-label="becomes" role="img" />
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
