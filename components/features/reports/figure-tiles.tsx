import clsx from "clsx";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";
import type { FigureColumn, FigureId } from "@/server/domain/analytics/report-columns";
import { changeOf, sayFigure } from "./say-figure";

type Report = RouterOutput["report"]["figures"];

export type FigureTilesProps = {
  report: Report;
  columns: readonly FigureColumn[];
  chosen: FigureId;
  onChoose: (id: FigureId) => void;
};

const TONES = {
  better: "text-ok",
  worse: "text-alert",
  more: "text-ink-muted",
  less: "text-ink-muted",
  same: "text-ink-muted",
  none: "text-ink-muted",
};

/** The figures of the whole, each beside the one of the days before; the chosen one is drawn below. */
export function FigureTiles({ report, columns, chosen, onChoose }: FigureTilesProps) {
  const t = useWords("reports");
  return (
    <ul className="grid grid-cols-2 gap-2 md:grid-cols-3 xl:grid-cols-6" aria-label={t("figures")}>
      {columns.map((column) => (
        <li key={column.id}>
          <button
            type="button"
            aria-pressed={column.id === chosen}
            onClick={() => onChoose(column.id)}
            className={clsx(
              "flex h-full w-full flex-col rounded-md border p-2.5 text-left hover:bg-hover",
              column.id === chosen ? "border-accent bg-accent-soft" : "border-line bg-surface",
            )}
          >
            <span className="text-ink-muted text-sm">{t(`figure.${column.id}`)}</span>
            <span className="font-semibold text-xl tabular-nums tracking-tight">
              {report.total[column.id] == null ? "–" : sayFigure(t.format, column.unit, report.total[column.id]!)}
            </span>
            <Comparison report={report} column={column} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Whether there are days to compare with: of days before there was anything, nought would look like a figure. */
export function hasBefore({ firstDate, beforeSpan }: Report): boolean {
  return firstDate !== null && firstDate <= beforeSpan.toDate;
}

/** In words, with the figure it was: never by colour or sign alone. */
function Comparison({ report, column }: { report: Report; column: FigureColumn }) {
  const t = useWords("reports");
  const before = hasBefore(report) ? report.before[column.id] : null;
  const change = changeOf(column, report.total[column.id], before);
  if (change.kind === "none") return <span className="text-ink-muted text-sm">{t("change.none")}</span>;
  const was = t("change.was", { before: sayFigure(t.format, column.unit, before!) });
  const size =
    column.unit === "share"
      ? t("points", { points: t.format.number(change.size * 100, { maximumFractionDigits: 1 }) })
      : sayFigure(t.format, column.unit, change.size);
  return (
    <span className="text-sm tabular-nums">
      <span className={clsx("font-medium", TONES[change.kind])}>
        {change.kind === "same" ? t("change.same") : t(`change.${change.kind}`, { size })}
      </span>{" "}
      <span className="text-ink-muted">{was}</span>
    </span>
  );
}
