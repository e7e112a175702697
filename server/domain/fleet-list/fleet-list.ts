import type { z } from "zod";
import { quoted } from "@/server/domain/intake/cell-result";
import { cleanCell } from "@/server/domain/intake/clean-cell";
import type { RowIssue } from "@/server/domain/intake/intake-issue";
import { RowReader } from "@/server/domain/intake/row-reader";
import { safeCell } from "@/server/domain/intake/write-csv";
import type { ListColumn } from "./list-column";

/** The lists, each with the heading of its ids, by which its file is known again: one no other system gives its own. */
export const FLEET_LISTS = { drivers: "dray_driver_id", vehicles: "dray_vehicle_id", depots: "dray_depot_id" } as const;
export type FleetList = keyof typeof FLEET_LISTS;
export const FLEET_LIST_NAMES = ["drivers", "vehicles", "depots"] as const satisfies readonly FleetList[];

/** The heading of the rows' versions: what a line says is of the row as it was then. */
const VERSION = "version";

/** Which list a file with these headings is; undefined: none of them. */
export function fleetListOf(headings: readonly string[]): FleetList | undefined {
  const words = new Set(headings.map(headingWord));
  return FLEET_LIST_NAMES.find((list) => words.has(FLEET_LISTS[list]));
}

/** A list's rows as cells, its headings first. */
export function writeFleetList<Row>(
  list: FleetList,
  columns: readonly ListColumn<Row>[],
  rows: readonly { readonly id: string; readonly version: number; readonly line: Row }[],
): string[][] {
  const headings = [FLEET_LISTS[list], VERSION, ...columns.map(({ heading }) => heading)];
  const cellsOf = (line: Row) => columns.map((column) => column.write(line));
  return [headings, ...rows.map(({ id, version, line }) => [id, String(version), ...cellsOf(line)])];
}

export interface ListFile {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[];
}

export interface ListTerms<Row> {
  readonly list: FleetList;
  readonly columns: readonly ListColumn<Row>[];
  /** What is there, by id. */
  readonly known: ReadonlyMap<string, Row>;
  /** Its versions, by the same. */
  readonly versions: ReadonlyMap<string, number>;
  readonly blank: Row;
  /** Judges a changed row as a whole. */
  readonly schema: z.ZodType;
}

export interface ReadLine<Row> {
  /** Null: something new. */
  readonly id: string | null;
  readonly rowNumber: number;
  readonly line: Row;
}

/**
 * What a list's file makes of what is there: the rows it says something else of, and the lines that cannot be used. A
 * cell that is as the list writes it changes nothing, whatever it holds; a column that is not there changes nothing. A
 * line that would change what somebody else changed since its file was written cannot be used; one without a version can.
 */
export function readFleetList<Row extends object>({ headers, rows }: ListFile, terms: ListTerms<Row>) {
  const { list, columns } = terms;
  const idHeading = FLEET_LISTS[list];
  const words = headers.map(headingWord);
  const fields: Record<string, number> = {};
  for (const word of [idHeading, VERSION, ...columns.map(({ heading }) => headingWord(heading))]) {
    const index = words.indexOf(word);
    if (index >= 0) fields[word] = index;
  }
  const lines: ReadLine<Row>[] = [];
  const faults: { rowNumber: number; errors: readonly RowIssue[] }[] = [];
  const unknown = unknownColumns(headers, new Set(Object.values(fields)));
  if (unknown.length > 0) faults.push({ rowNumber: 1, errors: unknown });
  const seen = new Set<string>();
  for (const { rowNumber, cells } of rows) {
    const reader = new RowReader<string>(cells, headers, { fields, custom: {} }, new Map());
    const id = reader.text(idHeading).toLowerCase();
    const known = terms.known.get(id);
    if (id !== "" && !known) {
      reader.refuse(idHeading, "unknown_id", "Nothing in this project has this id. Leave it empty for something new.");
    } else if (seen.has(id)) {
      reader.refuse(idHeading, "duplicate_id", "An earlier line has the same id. Remove one of them.");
    }
    if (id !== "") seen.add(id);
    const version = terms.versions.get(id);
    if (known && version !== undefined && saysOtherwise(reader, known, columns)) checkVersion(reader, version);
    const line = reader.errors.length > 0 ? null : readLine(reader, known, terms);
    if (reader.errors.length > 0) faults.push({ rowNumber, errors: reader.errors });
    else if (line) lines.push({ id: id || null, rowNumber, line });
  }
  return { lines, faults };
}

/** True where a cell of the line is not as the list would write it now. */
function saysOtherwise<Row>(reader: RowReader<string>, known: Row, columns: readonly ListColumn<Row>[]): boolean {
  return columns.some((column) => !isAsWritten(reader, known, column));
}

function isAsWritten<Row>(reader: RowReader<string>, known: Row, column: ListColumn<Row>): boolean {
  const field = headingWord(column.heading);
  return !reader.isMapped(field) || reader.text(field) === cleanCell(safeCell(column.write(known)));
}

/** Of a line that says something else of its row than is there. */
function checkVersion(reader: RowReader<string>, version: number): void {
  const text = reader.text(VERSION);
  if (text === "" || Number(text) === version) return;
  const message =
    `Somebody changed this after the list was exported (version ${version} by now, the line has ${quoted(text)}). ` +
    "Export the list anew and change it there, or empty this cell to overwrite what is there.";
  reader.refuse(VERSION, "changed_since", message);
}

/** The row as the line has it; null where that is what it was. */
function readLine<Row extends object>(
  reader: RowReader<string>,
  known: Row | undefined,
  { columns, blank, schema }: ListTerms<Row>,
): Row | null {
  let row = known ?? blank;
  for (const column of columns) {
    const field = headingWord(column.heading);
    const text = reader.text(field);
    if (known && isAsWritten(reader, known, column)) continue;
    // Nothing is said of something new: as it is by default, unless it must be said.
    if (!known && text === "" && column.write(blank) !== "") continue;
    const result = column.apply(row, text);
    if (result.ok) row = result.value;
    else reader.refuse(field, result.code, result.message, text);
  }
  if (row === known || reader.errors.length > 0) return null;
  const judged = schema.safeParse(row);
  for (const { path, message } of judged.error?.issues ?? []) {
    const column = columns.find(({ key }) => key === path[0]) ?? columns[0]!;
    reader.refuse(headingWord(column.heading), "invalid", `This ${message}.`);
  }
  return row;
}

function unknownColumns(headers: readonly string[], known: ReadonlySet<number>): RowIssue[] {
  return headers.flatMap((column, columnIndex) => {
    if (known.has(columnIndex) || column.trim() === "") return [];
    const message = "This column is not known, and was not read. The list’s own export shows those that are.";
    return [{ field: "", column, columnIndex, code: "unknown_column", message, value: column }];
  });
}

/** A field of one's own by its whole name, another column by its first word. */
function headingWord(heading: string): string {
  const plain = cleanCell(heading).toLowerCase();
  return plain.startsWith("custom.") ? plain : (plain.split(" ")[0] ?? "");
}
