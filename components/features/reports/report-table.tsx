import Link from "next/link";
import type { ReactNode } from "react";
import type { RouterOutput } from "@/components/lib/router-types";
import { useWords } from "@/components/lib/words/words-context";
import type { Breakdown, BreakdownKey } from "@/server/domain/analytics/breakdown";
import type { FigureColumn, FigureId } from "@/server/domain/analytics/report-columns";
import { BEHIND } from "./report-address";
import { useRowName } from "./row-name";
import { sayFigure } from "./say-figure";

type Report = RouterOutput["report"]["figures"];

/** What is looked at behind a table: orders of a figure, or the routes of a line. */
export interface Looked {
  readonly figure: FigureId;
  /** Absent: of all lines. */
  readonly row?: BreakdownKey;
}

export type ReportTableProps = {
  report: Report;
  by: Breakdown;
  projectId: string | null;
  onLook: (looked: Looked) => void;
};

/** Every figure of every line, and of the whole. A day leads to its board, a figure to what stands behind it. */
export function ReportTable({ report, by, projectId, onLook }: ReportTableProps) {
  const t = useWords("reports");
  const nameOf = useRowName(by);
  const { columns, rows, total } = report;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by the keyboard.
    <section className="overflow-x-auto" tabIndex={0} aria-label={t("table", { by: t(`by.${by}`) })}>
      <table className="w-full tabular-nums">
        <thead className="text-ink-muted text-sm">
          <tr className="border-line border-b align-bottom [&>th]:py-1.5 [&>th]:pl-4 [&>th]:font-normal">
            <th scope="col" className="sticky left-0 bg-canvas pl-0! text-left">
              {t(`by.${by}`)}
            </th>
            {columns.map(({ id }) => (
              <th key={id} scope="col" className="min-w-20 text-right">
                {t(`figure.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.key ?? ""}
              columns={columns}
              values={row.values}
              of={nameOf(row)}
              onLook={(figure) => onLook({ figure, row })}
            >
              {by === "day" && row.key ? (
                <Link
                  href={`/plan/${row.key}${projectId ? `?project=${projectId}` : ""}`}
                  className="text-accent hover:underline"
                >
                  {nameOf(row)}
                </Link>
              ) : (
                nameOf(row)
              )}
            </Row>
          ))}
        </tbody>
        <tfoot className="font-medium">
          <Row columns={columns} values={total} of={t("total")} onLook={(figure) => onLook({ figure })}>
            {t("total")}
          </Row>
        </tfoot>
      </table>
    </section>
  );
}

type RowProps = {
  columns: readonly FigureColumn[];
  values: Report["total"];
  of: string;
  onLook: (figure: FigureId) => void;
  children: ReactNode;
};

function Row({ columns, values, of, onLook, children }: RowProps) {
  const t = useWords("reports");
  return (
    <tr className="border-line border-b [&>td]:py-1 [&>td]:pl-4 [&>td]:text-right">
      <th scope="row" className="sticky left-0 max-w-48 truncate bg-canvas py-1 text-left font-[inherit]">
        {children}
      </th>
      {columns.map(({ id, unit }) => {
        const value = values[id];
        const text = value == null ? "–" : sayFigure(t.format, unit, value);
        return (
          <td key={id}>
            {value != null && isLookedBehind(id) ? (
              <button
                type="button"
                onClick={() => onLook(id)}
                aria-label={t("look", { figure: t(`figure.${id}`), value: text, of })}
                className="min-h-6 rounded-sm text-accent underline decoration-dotted underline-offset-2 hover:decoration-solid"
              >
                {text}
              </button>
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Single orders, or the routes that were counted. */
function isLookedBehind(id: FigureId): boolean {
  return id === "routes" || BEHIND[id] !== undefined;
}
