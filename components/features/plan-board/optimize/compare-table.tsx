"use client";
import clsx from "clsx";
import { useMemo } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { dayFigures } from "@/server/domain/plan/draft-board";
import { tellsEmissions } from "@/server/domain/plan/emissions";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import { useBoard } from "../board-context";
import { CompareHeader } from "./compare-header";
import { comparePlans, leastOf } from "./compare-plans";
import { CompareRow } from "./compare-row";
import { COMPARED_FIGURES, type ComparedFigure } from "./compared-figures";
import type { Alternatives } from "./use-alternatives";

export interface CompareTableProps {
  readonly alternatives: Alternatives;
  readonly chosen: OptimizationStrategy;
}

/** The plans found side by side, one a column beside the day as it is: the whole day's figures, then route by route. */
export function CompareTable({ alternatives, chosen }: CompareTableProps) {
  const t = useWords("boardOptimize");
  const { board } = useBoard();
  const { plans } = alternatives;
  const rows = useMemo(
    () =>
      comparePlans(
        board,
        plans.map(({ plan }) => plan?.after ?? null),
      ),
    [board, plans],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <section aria-label={t("alternatives")} tabIndex={0} className="scroll-quiet min-h-0 flex-1 outline-offset-[-2px]">
      <table className="w-full table-fixed border-collapse" style={{ minWidth: 288 + plans.length * 176 }}>
        <caption className="sr-only">{t("alternatives")}</caption>
        <colgroup>
          <col className="w-38 min-[1400px]:w-56" />
          <col className="w-34" />
          {plans.map(({ strategy }) => (
            <col key={strategy} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-10 bg-surface shadow-[0_1px_0_var(--line)]">
          <tr className="text-left align-bottom">
            <th scope="col" className="py-1 pl-4 font-medium text-ink-muted text-sm">
              {t("wholeDay")}
            </th>
            <th scope="col" className="px-2 py-1 text-right font-medium text-ink-muted text-sm">
              {t("now")}
            </th>
            {plans.map((plan) => (
              <CompareHeader
                key={plan.strategy}
                plan={plan}
                isChosen={plan.strategy === chosen}
                onChoose={() => alternatives.choose(plan.strategy)}
                onToggle={() => alternatives.toggle(plan.strategy)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {COMPARED_FIGURES.filter(({ key }) => key !== "emissions" || tellsEmissions(board.routes)).map((figure) => (
            <FigureRow key={figure.key} figure={figure} alternatives={alternatives} chosen={chosen} />
          ))}
        </tbody>
        <tbody>
          <tr className="h-8 border-line border-t bg-surface-sunken text-ink-muted text-sm">
            <th scope="rowgroup" colSpan={plans.length + 2} className="pl-4 text-left font-medium">
              {t("byRoute")}
              <span className="ml-2 font-normal">{t("byRouteHint")}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <CompareRow key={row.route.id} row={row} plans={plans} chosen={chosen} />
          ))}
        </tbody>
      </table>
      <p className="px-4 py-2 text-ink-muted text-sm">
        {t("sameInAll", { count: board.routes.length - rows.length, changed: rows.length })}
      </p>
    </section>
  );
}

interface FigureRowProps extends CompareTableProps {
  readonly figure: ComparedFigure;
}

function FigureRow({ figure: { key, value, show, showChange }, alternatives: { plans }, chosen }: FigureRowProps) {
  const t = useWords("boardOptimize");
  const { board } = useBoard();
  const { currency } = board.plan;
  const now = value(dayFigures(board));
  const figures = plans.map(({ plan, figures }) => value(plan ? dayFigures(plan.after) : figures));
  const isLeast = leastOf(figures);
  const say = (figure: number | null) => (figure === null ? "–" : show(t.format, figure, currency));
  return (
    <tr className="h-7 border-line/60 border-t first:border-t-0">
      <th scope="row" className="pl-4 text-left font-normal text-ink-muted">
        {t(`column.${key}`)}
      </th>
      <td className="px-2 text-right tabular-nums">{say(now)}</td>
      {plans.map(({ strategy }, index) => {
        const figure = figures[index]!;
        const isBest = isLeast(figure);
        return (
          <td
            key={strategy}
            className={clsx(
              "whitespace-nowrap px-3 text-right tabular-nums last:pr-4",
              strategy === chosen && "bg-selected",
            )}
          >
            {figure === null || now === null || say(figure) === say(now) ? null : (
              <span className="mr-1 text-ink-muted text-xs">{showChange(t.format, figure - now, currency)} </span>
            )}
            <span className={isBest ? "font-semibold text-ok" : "text-ink"}>
              {say(figure)}
              {isBest ? <span className="sr-only"> {t("best")}</span> : null}
            </span>
          </td>
        );
      })}
    </tr>
  );
}
