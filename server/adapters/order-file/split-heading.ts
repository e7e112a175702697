import type { OrderFileNotice, OrderFileRow } from "./order-file";
import { refuseFile } from "./order-file-refusal";
import { tooManyColumns } from "./read-csv";

const HEADING_SEARCH_ROWS = 10;
const MAX_HEADING = 200;
const MAX_CELL = 50_000;

export interface HeadedTable {
  readonly headers: string[];
  readonly rows: OrderFileRow[];
  readonly notices: OrderFileNotice[];
}

/**
 * Tells the heading from the data: the first row with at least two filled cells, so that a title above is skipped (the
 * first filled row where all have one). Empty rows go, empty columns at the right too, columns without a heading get one.
 */
export function splitHeading(
  rows: readonly OrderFileRow[],
  limits: { maxRows: number; maxColumns: number },
): HeadedTable {
  const filled = rows.filter((row) => row.cells.some((cell) => cell !== ""));
  if (filled.length === 0)
    refuseFile({ reason: "empty" }, "This file is empty. Choose a file with a heading and at least one order.");
  const search = filled.slice(0, HEADING_SEARCH_ROWS);
  const at = Math.max(
    0,
    search.findIndex((row) => row.cells.filter((cell) => cell !== "").length > 1),
  );
  const heading = filled[at]!;
  const data = filled.slice(at + 1);
  if (data.length === 0) {
    refuseFile(
      { reason: "no_rows" },
      "This file has a heading but no orders under it. Choose a file with at least one order.",
    );
  }
  if (data.length > limits.maxRows) {
    refuseFile(
      { reason: "too_many_rows", limit: limits.maxRows },
      `This file has more than ${limits.maxRows} rows. Split it and import the parts.`,
    );
  }
  const notices: OrderFileNotice[] = [];
  if (at > 0) {
    const message = `Line ${heading.rowNumber} was taken as the heading; the ${at === 1 ? "line" : "lines"} above it were left out.`;
    notices.push({ code: "lines_skipped", message, rowNumber: heading.rowNumber });
  }
  const headers = nameColumns(heading.cells, data);
  for (const row of filled) checkSize(row, limits.maxColumns);
  const repeated = headers.find((header, index) => headers.indexOf(header) !== index);
  if (repeated !== undefined) {
    notices.push({
      code: "repeated_heading",
      message: `More than one column is called “${repeated}”. Check which one is used.`,
    });
  }
  return { headers, rows: data, notices };
}

function nameColumns(heading: readonly string[], data: readonly OrderFileRow[]): string[] {
  let width = heading.length;
  while (width > 0 && heading[width - 1] === "" && !data.some((row) => (row.cells[width - 1] ?? "") !== "")) width--;
  return heading.slice(0, width).map((header, index) => {
    const text = header.replace(/\s+/g, " ").slice(0, MAX_HEADING);
    return text === "" ? `Column ${index + 1}` : text;
  });
}

function checkSize(row: OrderFileRow, maxColumns: number): void {
  if (row.cells.length > maxColumns) tooManyColumns(row.cells.length, maxColumns);
  if (row.cells.some((cell) => cell.length > MAX_CELL)) {
    refuseFile(
      { reason: "cell_too_long", limit: MAX_CELL, line: row.rowNumber },
      `A cell on line ${row.rowNumber} has more than ${MAX_CELL} characters. Shorten it or check the quotes.`,
    );
  }
}
