import { decodeText } from "./decode-text";
import { detectDelimiter } from "./detect-delimiter";
import type { RawTable } from "./order-file";
import { refuseFile } from "./order-file-refusal";
import { parseCsvText } from "./parse-csv-text";

const SEPARATOR_LINE = /^sep=(.)\n/i;

export interface CsvTable extends RawTable {
  readonly encoding: string;
  readonly delimiter: string;
}

/** A delimited text file's lines. Excel's `sep=;` first line is obeyed and counted. Stops after `maxRecords` + 1. */
export function readCsv(
  bytes: Uint8Array,
  options: {
    readonly encoding?: string;
    readonly delimiter?: string;
    readonly maxRecords: number;
    readonly maxColumns: number;
  },
): CsvTable {
  const decoded = decodeText(bytes, options.encoding);
  const text = decoded.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  if (text.trim() === "")
    refuseFile({ reason: "empty" }, "This file is empty. Choose a file with a heading and at least one order.");
  const separator = SEPARATOR_LINE.exec(text);
  const body = separator ? text.slice(separator[0].length) : text;
  const delimiter = options.delimiter ?? separator?.[1] ?? detectDelimiter(body);
  const firstLine = body.slice(0, firstLineEnd(body));
  if (firstLine.split(delimiter).length > options.maxColumns * 4)
    tooManyColumns(firstLine.split(delimiter).length, options.maxColumns);
  const table = parseCsvText(body, delimiter, options.maxRecords);
  const shift = separator ? 1 : 0;
  return {
    encoding: decoded.encoding,
    delimiter,
    rows: shift === 0 ? table.rows : table.rows.map((row) => ({ ...row, rowNumber: row.rowNumber + shift })),
    notices: [...decoded.notices, ...table.notices],
  };
}

/** Gives up on a table that is wider than anything a desk exports. */
export function tooManyColumns(columns: number, maxColumns: number): never {
  return refuseFile(
    { reason: "too_many_columns", columns, limit: maxColumns },
    `This table has ${columns} columns, at most ${maxColumns} can be read. Remove the ones that are not needed.`,
  );
}

function firstLineEnd(text: string): number {
  const end = text.indexOf("\n");
  return end < 0 ? text.length : end;
}
