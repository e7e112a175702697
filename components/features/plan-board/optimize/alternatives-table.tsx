"use client";
import clsx from "clsx";
import { formatCount, formatDistance, formatDuration, formatMoney } from "@/components/lib/format";
import type { DraftFigures } from "@/server/domain/plan/optimization-run";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { DraftAlternative } from "../plan-gateway";
import { STRATEGY_WORDS } from "./strategy-words";

interface Column {
  readonly label: string;
  /** Less is better in every column. */
  readonly value: (figures: DraftFigures) => number;
  readonly show: (value: number, currency: string) => string;
}

const COLUMNS: readonly Column[] = [
  { label: "Unassigned", value: (each) => each.unassigned, show: (value) => formatCount(value) },
  { label: "Vans", value: (each) => each.routesUsed, show: (value) => formatCount(value) },
  { label: "Distance", value: (each) => each.distanceMeters, show: (value) => formatDistance(value) },
  { label: "Hours", value: (each) => each.durationSeconds, show: (value) => formatDuration(value) },
  { label: "Longest day", value: (each) => each.longestRouteSeconds, show: (value) => formatDuration(value) },
  {
    label: "Spread",
    value: (each) => each.longestRouteSeconds - each.shortestRouteSeconds,
    show: (value) => formatDuration(value),
  },
  { label: "Late", value: (each) => each.lateStops, show: (value) => formatCount(value) },
  { label: "Cost", value: (each) => each.costCents, show: formatMoney },
];

export interface AlternativesTableProps {
  readonly alternatives: readonly DraftAlternative[];
  readonly chosen: OptimizationStrategy;
  readonly currency: string;
  readonly onChoose: (strategy: OptimizationStrategy) => void;
}

/** The plans found, one a row: the chosen one is on the map and in the table below; the best of each column stands out. */
export function AlternativesTable({ alternatives, chosen, currency, onChoose }: AlternativesTableProps) {
  return (
    <div className="scroll-quiet shrink-0 border-line border-b">
      <table className="w-full min-w-180 border-collapse">
        <caption className="sr-only">The plans to choose from</caption>
        <thead>
          <tr className="text-left text-ink-muted text-sm">
            <th scope="col" className="py-1.5 pl-4 font-medium">
              Plan
            </th>
            {COLUMNS.map(({ label }) => (
              <th key={label} scope="col" className="px-2 py-1.5 text-right font-medium last:pr-4">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {alternatives.map(({ strategy, figures }) => (
            <tr
              key={strategy}
              className={clsx("h-9 border-line border-t", strategy === chosen ? "bg-selected" : "hover:bg-hover")}
              onClick={() => onChoose(strategy)}
            >
              <th scope="row" className="pl-4 text-left font-normal">
                <label className="flex cursor-pointer items-center gap-2">
                  <input
                    type="radio"
                    name="alternative"
                    className="accent-accent"
                    checked={strategy === chosen}
                    onChange={() => onChoose(strategy)}
                  />
                  <span className={clsx(strategy === chosen && "font-semibold")}>{STRATEGY_WORDS[strategy].name}</span>
                </label>
              </th>
              {COLUMNS.map(({ label, value, show }) => (
                <Figure
                  key={label}
                  text={show(value(figures), currency)}
                  isBest={isBestOf(alternatives, value, figures)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ text, isBest }: { text: string; isBest: boolean }) {
  return (
    <td className={clsx("px-2 text-right tabular-nums last:pr-4", isBest ? "font-semibold text-ok" : "text-ink")}>
      {text}
      {isBest ? <span className="sr-only"> (best)</span> : null}
    </td>
  );
}

/** Least of all, and not of all alike. */
function isBestOf(alternatives: readonly DraftAlternative[], value: Column["value"], figures: DraftFigures): boolean {
  const values = alternatives.map((each) => value(each.figures));
  const least = Math.min(...values);
  return value(figures) === least && values.some((each) => each > least);
}
