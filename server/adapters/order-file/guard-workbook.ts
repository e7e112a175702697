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
// A cell with something in it; formatted empty ones close themselves.
const FILLED_CELL = /<(?:\w+:)?c\s(?:[^>]*\s)?r=["']([A-Z]{1,7})(\d{1,10})["'][^>]*(?<!\/)>/;
const ROW_NUMBER = /<(?:\w+:)?row\s(?:[^>]*\s)?r=["'](\d+)["']/g;
const LAST_SHEET_ROW = 1_048_576;

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
      "other_document",
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
    "corrupt_workbook",
    "This workbook is damaged. Open it in a spreadsheet program and save it again.",
  );
}

function checkExtent(xml: string, guard: WorkbookGuard): void {
  for (const match of xml.matchAll(ROW_NUMBER)) {
    if (Number(match[1]) > LAST_SHEET_ROW) {
      refuseFile("corrupt_workbook", "This workbook has rows where no sheet can have any. Save it again and retry.");
    }
  }
  const lastRow = lastFilledRow(xml);
  if (lastRow > guard.maxRows + 50) {
    refuseFile(
      "too_many_rows",
      `A sheet of this workbook has ${lastRow} rows, at most ${guard.maxRows} can be read. Split the file.`,
    );
  }
  const beyond = new RegExp(FILLED_CELL.source, "g");
  const limit = columnName(guard.maxColumns);
  // Only letters longer or later than the last allowed column can exceed it; the quick test spares most sheets the scan.
  for (const match of xml.matchAll(beyond)) {
    const letters = match[1] ?? "";
    if (letters.length > limit.length || (letters.length === limit.length && letters > limit)) {
      refuseFile(
        "too_many_columns",
        `A sheet of this workbook has data in column ${letters}, at most ${guard.maxColumns} columns can be read.`,
      );
    }
  }
}

/** Cells stand in row order, so the last filled one has the greatest row. */
function lastFilledRow(xml: string): number {
  for (let end = xml.length, at = lastCell(xml, end); at >= 0; at = lastCell(xml, at - 1)) {
    const match = FILLED_CELL.exec(xml.slice(at, Math.min(end, at + 500)));
    if (match && match.index === 0) return Number(match[2]);
    end = at;
  }
  return 0;
}

function lastCell(xml: string, before: number): number {
  return before < 0
    ? -1
    : Math.max(
        xml.lastIndexOf("<c ", before),
        xml.lastIndexOf(":c ", before) < 0 ? -1 : xml.lastIndexOf("<", xml.lastIndexOf(":c ", before)),
      );
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
    "too_large_unpacked",
    `This workbook unpacks to more than ${megabytes} MB. Split the file and import the parts.`,
  );
}
