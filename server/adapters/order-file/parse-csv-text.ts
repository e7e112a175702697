import Papa from "papaparse";
import { cleanCell } from "@/server/domain/intake/clean-cell";
import type { OrderFileNotice, OrderFileRow, RawTable } from "./order-file";

/** Broken quotes put right one by one; after that many the rest is read line by line. */
const MAX_REPAIRS = 20;
const QUOTE = '"';

interface Chunk {
  /** Records of the text before the first broken one, with the line each begins on. */
  readonly rows: OrderFileRow[];
  /** Line of a record whose quote never closes where it should. */
  readonly brokenLine?: number;
}

/**
 * Records of a delimited text whose line ends are already `\n`, at most `maxRecords + 1`. A quote that opens and never
 * closes costs only its own line: that line keeps the quote in its cell, the following lines are read as usual, and a
 * notice names it.
 */
export function parseCsvText(text: string, delimiter: string, maxRecords: number): RawTable {
  const rows: OrderFileRow[] = [];
  const notices: OrderFileNotice[] = [];
  let lineStarts: number[] | undefined;
  let line = 1;
  for (let repairs = 0; rows.length <= maxRecords; repairs++) {
    const rest = lineStarts ? text.slice(lineStarts[line - 1]) : text;
    const lineWise = repairs > MAX_REPAIRS;
    const chunk = lineWise
      ? parseLineWise(rest, delimiter, line, maxRecords)
      : parseChunk(rest, delimiter, line, maxRecords - rows.length + 1);
    if (lineWise) {
      const message = `Many quotation marks never close. From line ${line} on every line was read by itself.`;
      notices.push({ code: "unclosed_quote", message, rowNumber: line });
    }
    for (const row of chunk.rows) rows.push(row);
    if (chunk.brokenLine === undefined) break;
    lineStarts ??= findLineStarts(text);
    const end = lineStarts[chunk.brokenLine] ?? text.length + 1;
    rows.push({
      rowNumber: chunk.brokenLine,
      cells: parseLine(text.slice(lineStarts[chunk.brokenLine - 1], end - 1), delimiter),
    });
    const message = `Line ${chunk.brokenLine} has a quotation mark that never closes. The line was read up to its end.`;
    notices.push({ code: "unclosed_quote", message, rowNumber: chunk.brokenLine });
    line = chunk.brokenLine + 1;
    if (line > lineStarts.length) break;
  }
  return { rows, notices };
}

function parseChunk(text: string, delimiter: string, firstLine: number, limit: number): Chunk {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n", quoteChar: QUOTE, preview: limit });
  const suspects = new Map(
    errors.filter((error) => error.type === "Quotes").map((error) => [error.row ?? -1, error.code]),
  );
  const width = data.find((cells) => cells.length > 1)?.length ?? 1;
  const rows: OrderFileRow[] = [];
  let rowNumber = firstLine;
  for (let index = 0; index < data.length; index++) {
    const cells = data[index] ?? [];
    const lines = 1 + cells.reduce((sum, cell) => sum + countLineFeeds(cell), 0);
    const code = suspects.get(index);
    if (code && isBroken(cells, code === "MissingQuotes", lines, delimiter, width))
      return { rows, brokenLine: rowNumber };
    rows.push({ rowNumber, cells: cells.map(cleanCell) });
    rowNumber += lines;
  }
  return { rows };
}

/**
 * A quote that reached the end of the file is broken. One that closed badly after several lines is too when the line
 * after its first looks like a record of its own.
 */
function isBroken(
  cells: readonly string[],
  reachedEnd: boolean,
  lines: number,
  delimiter: string,
  width: number,
): boolean {
  if (reachedEnd) return true;
  if (lines === 1) return false;
  const swallowed = cells.find((cell) => cell.includes("\n"))?.split("\n")[1] ?? "";
  return Papa.parse<string[]>(swallowed, { delimiter }).data[0]!.length >= Math.max(2, width * 0.6);
}

function parseLineWise(text: string, delimiter: string, firstLine: number, limit: number): Chunk {
  const lines = text.split("\n", limit + 1);
  return { rows: lines.map((line, index) => ({ rowNumber: firstLine + index, cells: parseLine(line, delimiter) })) };
}

/** One line by itself; a quote left open stays in its cell, where the row check finds it. */
function parseLine(line: string, delimiter: string): string[] {
  const { data, errors } = Papa.parse<string[]>(line, { delimiter, newline: "\n", quoteChar: QUOTE });
  const cells = data[0] ?? [];
  const open = errors.some((error) => error.code === "MissingQuotes");
  return cells.map((cell, index) => cleanCell(open && index === cells.length - 1 ? QUOTE + cell : cell));
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function countLineFeeds(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}
