import { inflateRawSync } from "node:zlib";
import { refuseFile } from "./order-file-refusal";
import { packedBytes, readZipDirectory, type ZipEntry } from "./zip-directory";

const WORKBOOK = "xl/workbook.xml";
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.bin$/, "a binary workbook (.xlsb)"],
  [/^content\.xml$/, "an OpenDocument file"],
  [/^word\//, "a text document"],
  [/^ppt\//, "a presentation"],
];
// A cell with something in it; formatted empty ones close themselves. Bounded, so that no text makes it slow.
const FILLED_CELL = /<(?:\w{1,20}:)?c\s(?:[^>]{0,400}\s)?r\s?=\s?["']([A-Z]{1,7})(\d{1,10})["'][^>]{0,400}(?<!\/)>/g;
const ROW_NUMBER = /<(?:\w{1,20}:)?row\s(?:[^>]{0,400}\s)?r\s?=\s?["'](\d+)["']/g;
// Longer than any program writes, and than the two above look.
const ENDLESS_TAG = /<(?:\w{1,20}:)?(?:c|row)\s[^>]{400}/;
const LAST_SHEET_ROW = 1_048_576;
/** Titles and empty rows that may stand besides the data. */
const SPARE_ROWS = 1_000;

export interface WorkbookGuard {
  readonly maxUnpackedBytes: number;
  readonly maxRows: number;
  readonly maxColumns: number;
}

/**
 * Proves that a workbook can be opened in bounded memory before anything opens it: it is one, its parts unpack to no more
 * than the limit (declared and in truth), and no sheet reaches further than the limits. Answers with the sheets' names.
 */
export function guardWorkbook(bytes: Uint8Array, guard: WorkbookGuard): string[] {
  const entries = readZipDirectory(bytes);
  if (!entries.some(({ path }) => path === WORKBOOK)) {
    const other = OTHERS.find(([pattern]) => entries.some(({ path }) => pattern.test(path)))?.[1] ?? "a zip archive";
    refuseFile(
      { reason: "other_document", kind: "other" },
      `This is ${other}, not an Excel workbook. Save the table as .xlsx or .csv and try again.`,
    );
  }
  if (entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0) > guard.maxUnpackedBytes) tooLarge(guard);
  let sheetNames: string[] = [];
  for (const entry of entries.filter(({ path }) => path.endsWith(".xml") || path.endsWith(".rels"))) {
    const content = unpack(bytes, entry, guard);
    if (entry.path === WORKBOOK) sheetNames = readSheetNames(content.toString("utf8"));
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(entry.path)) checkExtent(content.toString("utf8"), guard);
  }
  return sheetNames;
}

/** Unpacks at most what the directory declared: an archive that lies about it is refused. */
function unpack(bytes: Uint8Array, entry: ZipEntry, guard: WorkbookGuard): Buffer {
  const packed = packedBytes(bytes, entry);
  if (entry.method === 0 && packed.length === entry.unpackedBytes) return Buffer.from(packed);
  if (entry.method === 8) {
    try {
      const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
      if (content.length === entry.unpackedBytes) return content;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") tooLarge(guard);
    }
  }
  return refuseFile(
    { reason: "corrupt_workbook" },
    "This workbook is damaged. Open it in a spreadsheet program and save it again.",
  );
}

function checkExtent(xml: string, guard: WorkbookGuard): void {
  if (ENDLESS_TAG.test(xml)) corrupt();
  for (const match of xml.matchAll(ROW_NUMBER)) if (Number(match[1]) > LAST_SHEET_ROW) corrupt();
  const lastColumn = columnName(guard.maxColumns);
  for (const [, letters = "", row] of xml.matchAll(FILLED_CELL)) {
    if (letters.length > lastColumn.length || (letters.length === lastColumn.length && letters > lastColumn)) {
      refuseFile(
        { reason: "too_many_columns", columns: columnNumber(letters), limit: guard.maxColumns },
        `A sheet of this workbook has data in column ${letters}, at most ${guard.maxColumns} columns can be read.`,
      );
    }
    if (Number(row) > guard.maxRows + SPARE_ROWS) {
      refuseFile(
        { reason: "too_many_rows", limit: guard.maxRows },
        `A sheet of this workbook has data in row ${row}, at most ${guard.maxRows} rows can be read. Split the file.`,
      );
    }
  }
}

function columnName(number: number): string {
  let name = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

function readSheetNames(workbook: string): string[] {
  const names = [...workbook.matchAll(/<(?:\w+:)?sheet\s(?:[^>]*\s)?name=(?:"([^"]*)"|'([^']*)')/g)];
  return names.map((match) => decodeEntities(match[1] ?? match[2] ?? ""));
}

function decodeEntities(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return named[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function tooLarge(guard: WorkbookGuard): never {
  const megabytes = Math.round(guard.maxUnpackedBytes / 1_000_000);
  return refuseFile(
    { reason: "too_large_unpacked", limit: megabytes },
    `This workbook unpacks to more than ${megabytes} MB. Split the file and import the parts.`,
  );
}

function corrupt(): never {
  return refuseFile(
    { reason: "corrupt_workbook" },
    "This workbook is damaged. Open it in a spreadsheet program and save it again.",
  );
}

/** "A" is 1, "Z" 26, "AA" 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
