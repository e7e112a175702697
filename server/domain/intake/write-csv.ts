import { looksLikeFormula } from "./parse-cell-text";

const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/** Rows as CSV (RFC 4180, comma, CRLF). A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function writeCsv(rows: Iterable<readonly string[]>): string {
  let csv = "";
  for (const row of rows) csv += `${row.map(writeCell).join(",")}\r\n`;
  return csv;
}

function writeCell(text: string): string {
  const safe = looksLikeFormula(text.trimStart()) || /^[\t\r=]/.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
