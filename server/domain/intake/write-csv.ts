import { looksLikeFormula } from "./parse-cell-text";

const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/** Rows as CSV (RFC 4180, comma, CRLF). A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function writeCsv(rows: Iterable<readonly string[]>): string {
  let csv = "";
  for (const row of rows) csv += `${row.map(writeCell).join(",")}\r\n`;
  return csv;
}

/** A cell's text as no spreadsheet runs it. */
export function safeCell(text: string): string {
  return looksLikeFormula(text.trimStart()) || /^[\t\r=]/.test(text) ? `'${text}` : text;
}

function writeCell(text: string): string {
  const safe = safeCell(text);
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
