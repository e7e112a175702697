import type { OrderFile, OrderFileOptions, OrderFileReading } from "./order-file";
import { OrderFileRefusalError, refuseFile } from "./order-file-refusal";
import { readCsv } from "./read-csv";
import { readXlsx } from "./read-xlsx";
import { sniffFormat } from "./sniff-format";
import { splitHeading } from "./split-heading";

const MAX_BYTES = 50_000_000;
const MAX_UNPACKED_BYTES = 300_000_000;
const MAX_ROWS = 100_000;
const MAX_COLUMNS = 300;
/** Titles and empty lines that may stand besides the data. */
const SPARE_RECORDS = 1_000;

/**
 * A file of orders, addresses or vehicles (CSV in any usual encoding and delimiter, or XLSX) as headings and rows of
 * text. Judges by content, never by name. A file that cannot be read is an answer with a code and plain words, not an
 * exception; whatever could be repaired is told in `notices`.
 */
export async function readOrderFile(bytes: Uint8Array, options: OrderFileOptions = {}): Promise<OrderFileReading> {
  try {
    return { ok: true, file: await read(bytes, options) };
  } catch (cause) {
    if (cause instanceof OrderFileRefusalError) return { ok: false, refusal: cause.refusal };
    throw cause;
  }
}

async function read(bytes: Uint8Array, options: OrderFileOptions): Promise<OrderFile> {
  const limits = { maxRows: options.maxRows ?? MAX_ROWS, maxColumns: options.maxColumns ?? MAX_COLUMNS };
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  if (bytes.length > maxBytes) {
    const megabytes = (size: number) => Math.round(size / 100_000) / 10;
    refuseFile(
      { reason: "too_large", limit: megabytes(maxBytes) },
      `This file has ${megabytes(bytes.length)} MB, at most ${megabytes(maxBytes)} MB can be read. Split it and import the parts.`,
    );
  }
  if (bytes.length === 0)
    refuseFile({ reason: "empty" }, "This file is empty. Choose a file with a heading and at least one order.");
  if (sniffFormat(bytes) === "xlsx") {
    const guard = { ...limits, maxUnpackedBytes: options.maxUnpackedBytes ?? MAX_UNPACKED_BYTES };
    const { sheetNames, sheetName, ...table } = await readXlsx(bytes, options.sheet, guard);
    const headed = splitHeading(table.rows, limits);
    const notices = [...table.notices, ...headed.notices];
    return { format: "xlsx", encoding: "utf-8", delimiter: "", sheetNames, sheetName, ...headed, notices };
  }
  const { encoding, delimiter, ...table } = readCsv(bytes, {
    ...(options.encoding !== undefined && { encoding: options.encoding }),
    ...(options.delimiter !== undefined && { delimiter: options.delimiter }),
    maxRecords: limits.maxRows + SPARE_RECORDS,
    maxColumns: limits.maxColumns,
  });
  const headed = splitHeading(table.rows, limits);
  return { format: "csv", encoding, delimiter, ...headed, notices: [...table.notices, ...headed.notices] };
}
