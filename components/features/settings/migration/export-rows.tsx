"use client";
import { useWords } from "@/components/lib/words/words-context";
import { exportFieldLabel } from "./export-field";
import type { Reading } from "./export-reading";

/** The first lines as they would become orders or drivers; what is at fault is marked where it stands. */
export function ExportRows({ reading: { kind, headers, rows, total } }: { reading: Reading }) {
  const t = useWords("settingsMoving");
  return (
    <div className="overflow-hidden rounded-md border border-line">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse */}
      <section className="scroll-quiet max-h-80 overflow-x-auto" tabIndex={0} aria-label={t("lines")}>
        <table className="w-full border-collapse whitespace-nowrap text-left text-sm">
          <thead className="sticky top-0 bg-canvas text-ink-muted">
            <tr className="[&>th]:px-3 [&>th]:py-1.5 [&>th]:font-medium">
              <th scope="col">{t("line")}</th>
              {headers.map((field) => (
                <th key={field} scope="col">
                  {exportFieldLabel(kind, field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells, errors }) => (
              <tr key={line} className="border-line border-t [&>td]:px-3 [&>td]:py-1.5">
                <td className="text-ink-muted tabular-nums">{line}</td>
                {headers.map((field, at) => (
                  <td key={field} className="max-w-64">
                    <span
                      className={
                        errors.some((error) => error.field === field)
                          ? "block truncate rounded-sm bg-alert-soft px-1 font-medium text-alert"
                          : "block truncate"
                      }
                    >
                      {cells[at] || "–"}
                    </span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > rows.length ? (
        <p className="border-line border-t px-3 py-1.5 text-ink-muted text-sm">
          {t("firstShown", { shown: rows.length, total })}
        </p>
      ) : null}
    </div>
  );
}
