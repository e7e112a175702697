"use client";
import clsx from "clsx";
import type { Formats } from "@/components/lib/words/formats";
import { useWords } from "@/components/lib/words/words-context";
import type { DraftFigures } from "@/server/domain/plan/optimization-run";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { DraftAlternative } from "../plan-gateway";

interface Column {
  readonly key: "unassigned" | "vans" | "distance" | "hours" | "longest" | "spread" | "late" | "cost";
  /** Less is better in every column. */
  readonly value: (figures: DraftFigures) => number;
  readonly show: (format: Formats, value: number, currency: string) => string;
}

const asCount: Column["show"] = (format, value) => format.count(value);
const asDuration: Column["show"] = (format, value) => format.duration(value);

const COLUMNS: readonly Column[] = [
  { key: "unassigned", value: (each) => each.unassigned, show: asCount },
  { key: "vans", value: (each) => each.routesUsed, show: asCount },
  { key: "distance", value: (each) => each.distanceMeters, show: (format, value) => format.distance(value) },
  { key: "hours", value: (each) => each.durationSeconds, show: asDuration },
  { key: "longest", value: (each) => each.longestRouteSeconds, show: asDuration },
  { key: "spread", value: (each) => each.longestRouteSeconds - each.shortestRouteSeconds, show: asDuration },
  { key: "late", value: (each) => each.lateStops, show: asCount },
  { key: "cost", value: (each) => each.costCents, show: (format, value, currency) => format.money(value, currency) },
];

export interface AlternativesTableProps {
  readonly alternatives: readonly DraftAlternative[];
  readonly chosen: OptimizationStrategy;
  readonly currency: string;
  readonly onChoose: (strategy: OptimizationStrategy) => void;
}

/** The plans found, one a row: the chosen one is on the map and in the table below; the best of each column stands out. */
export function AlternativesTable({ alternatives, chosen, currency, onChoose }: AlternativesTableProps) {
  const t = useWords("boardOptimize");
  return (
    <div className="scroll-quiet shrink-0 border-line border-b">
      <table className="w-full min-w-180 border-collapse">
        <caption className="sr-only">{t("alternatives")}</caption>
        <thead>
          <tr className="text-left text-ink-muted text-sm">
            <th scope="col" className="py-1.5 pl-4 font-medium">
              {t("plan")}
            </th>
            {COLUMNS.map(({ key }) => (
              <th key={key} scope="col" className="px-2 py-1.5 text-right font-medium last:pr-4">
                {t(`column.${key}`)}
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
                  <span className={clsx(strategy === chosen && "font-semibold")}>{t(`strategy.${strategy}`)}</span>
                </label>
              </th>
              {COLUMNS.map(({ key, value, show }) => (
                <Figure
                  key={key}
                  text={show(t.format, value(figures), currency)}
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
  const t = useWords("boardOptimize");
  return (
    <td className={clsx("px-2 text-right tabular-nums last:pr-4", isBest ? "font-semibold text-ok" : "text-ink")}>
      {text}
      {isBest ? <span className="sr-only"> {t("best")}</span> : null}
    </td>
  );
}

/** Least of all, and not of all alike. */
function isBestOf(alternatives: readonly DraftAlternative[], value: Column["value"], figures: DraftFigures): boolean {
  const values = alternatives.map((each) => value(each.figures));
  const least = Math.min(...values);
  return value(figures) === least && values.some((each) => each > least);
}
