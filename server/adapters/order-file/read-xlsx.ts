import { InvalidInputError, InvalidSpreadsheetError, readSheet } from "read-excel-file/universal";
import { cleanCell } from "@/server/domain/intake/clean-cell";
import { guardWorkbook, type WorkbookGuard } from "./guard-workbook";
import type { OrderFileNotice, OrderFileRow, RawTable } from "./order-file";
import { refuseFile } from "./order-file-refusal";

const FIRST_DATED_DAY = Date.UTC(1900, 0, 1);
const SECONDS_PER_DAY = 86_400;

export interface XlsxTable extends RawTable {
  readonly sheetNames: string[];
  readonly sheetName: string;
}

/**
 * The rows of one sheet of a workbook as text: the named sheet, else the first with anything in it. Numbers keep the
 * digits people see, dates become `2026-11-21`, times `08:00`, both together `2026-11-21 08:00`.
 */
export async function readXlsx(bytes: Uint8Array, sheet: string | undefined, guard: WorkbookGuard): Promise<XlsxTable> {
  const sheetNames = guardWorkbook(bytes, guard);
  if (sheet !== undefined && !sheetNames.includes(sheet)) {
    refuseFile({ reason: "unknown_sheet" }, `This workbook has no sheet “${sheet}”. It has ${sheetNames.join(", ")}.`);
  }
  // A copy: the bytes may be a view into a larger buffer.
  const buffer = new Uint8Array(bytes).buffer;
  for (const sheetName of sheet === undefined ? sheetNames : [sheet]) {
    const rows = await readRows(buffer, sheetName);
    if (rows.length === 0 && sheetNames.length > 1 && sheet === undefined) continue;
    return { rows, sheetNames, sheetName, notices: noticesFor(sheetName, sheetNames, sheet) };
  }
  return refuseFile(
    { reason: "empty" },
    "This workbook is empty. Choose a file with a heading and at least one order.",
  );
}

async function readRows(buffer: ArrayBuffer, sheetName: string): Promise<OrderFileRow[]> {
  try {
    const data: readonly (readonly unknown[])[] = await readSheet<string>(buffer, sheetName, {
      parseNumber: numberText,
    });
    return data.map((row, index) => ({ rowNumber: index + 1, cells: row.map(cellText) }));
  } catch (cause) {
    if (cause instanceof InvalidInputError || cause instanceof InvalidSpreadsheetError || cause instanceof Error) {
      return refuseFile(
        { reason: "corrupt_workbook" },
        `This workbook could not be read (${cause.message}). Open it in a spreadsheet program and save it again.`,
      );
    }
    throw cause;
  }
}

function noticesFor(sheetName: string, sheetNames: readonly string[], wanted: string | undefined): OrderFileNotice[] {
  if (sheetNames.length < 2 || wanted !== undefined) return [];
  return [{ code: "other_sheets", message: `The sheet “${sheetName}” was read, one of ${sheetNames.length}.` }];
}

/** Workbooks store 17 digits (55.653067999999998); people typed at most 15. */
function numberText(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  const value = Number(stored);
  return Number.isFinite(value) ? plainDigits(Number(value.toPrecision(15))) : stored;
}

/** Without an exponent where that is readable: 4512345678, not 4.512345678e9. */
function plainDigits(value: number): string {
  const text = String(value);
  return text.includes("e") && Math.abs(value) >= 1 && Math.abs(value) < 1e21
    ? BigInt(Math.round(value)).toString()
    : text;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  return cleanCell(String(cell));
}

/** Serial day numbers below one are times of day; their fractions are rounded to the second. */
function dateText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000);
  const iso = new Date(seconds * 1000).toISOString();
  const time = iso.slice(17, 19) === "00" ? iso.slice(11, 16) : iso.slice(11, 19);
  if (seconds * 1000 < FIRST_DATED_DAY) return time;
  return seconds % SECONDS_PER_DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
