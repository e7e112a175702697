import type { BreakdownKey } from "./breakdown";
import type { FigureColumn, FigureUnit, FigureValues } from "./report-columns";

const UNIT_WORDS: Readonly<Record<FigureUnit, string>> = {
  count: "",
  share: "_pct",
  ratio: "",
  seconds: "_s",
  meters: "_m",
  grams: "_g",
};

/** A report's table as rows of text for `writeCsv`: names of columns with their units, a row per key, then the whole. */
export function reportRows(
  by: string,
  columns: readonly FigureColumn[],
  rows: readonly (BreakdownKey & { readonly values: FigureValues })[],
  total: FigureValues,
): string[][] {
  const cells = (values: FigureValues) => columns.map(({ id, unit }) => cellOf(values[id] ?? null, unit));
  return [
    [by, "name", ...columns.map(({ id, unit }) => `${snakeOf(id)}${UNIT_WORDS[unit]}`)],
    ...rows.map(({ key, name, values }) => [key ?? "", name ?? "", ...cells(values)]),
    ["total", "", ...cells(total)],
  ];
}

/** Numbers with a point, whoever reads them: tables are for programs too. */
function cellOf(value: number | null, unit: FigureUnit): string {
  if (value === null) return "";
  if (unit === "share") return (Math.round(value * 1000) / 10).toFixed(1);
  if (unit === "ratio") return (Math.round(value * 100) / 100).toFixed(2);
  if (unit === "count" && !Number.isInteger(value)) return value.toFixed(2);
  return String(Math.round(value));
}

/** `onTimeShare` → `on_time`: its unit says that it is a share. */
function snakeOf(id: string): string {
  const stem = id.replace(/(Share|Seconds|Meters|Grams)$/, "");
  return stem.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
