import type { OrderFileRefusal } from "./order-file-refusal";

/** Something to know about a file that was read all the same. */
export interface OrderFileNotice {
  readonly code:
    | "encoding_guessed"
    | "damaged_characters"
    | "mojibake"
    | "unclosed_quote"
    | "lines_skipped"
    | "repeated_heading"
    | "other_sheets";
  readonly message: string;
  /** Line in the file, 1-based, where it is about one. */
  readonly rowNumber?: number;
}

export interface OrderFileRow {
  /** Line in the file (row of the sheet), 1-based; the heading has one too. */
  readonly rowNumber: number;
  /** As many as the line has, which may be more or fewer than the headings. */
  readonly cells: string[];
}

export interface OrderFile {
  readonly format: "csv" | "xlsx";
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`; always `utf-8` for a workbook. */
  readonly encoding: string;
  /** Empty for a workbook. */
  readonly delimiter: string;
  readonly headers: string[];
  /** Rows with at least one filled cell, in the file's order. */
  readonly rows: OrderFileRow[];
  /** Names of a workbook's sheets and the one that was read; absent for text files. */
  readonly sheetNames?: string[];
  readonly sheetName?: string;
  readonly notices: OrderFileNotice[];
}

export interface OrderFileLimits {
  /** Default 50 MB. */
  readonly maxBytes?: number;
  /** Sum of a workbook's unpacked parts; default 300 MB. */
  readonly maxUnpackedBytes?: number;
  /** Data rows; default 100,000. */
  readonly maxRows?: number;
  /** Default 300. */
  readonly maxColumns?: number;
}

export interface OrderFileOptions extends OrderFileLimits {
  /** A sheet by name; default: the first one with rows. */
  readonly sheet?: string;
  /** An encoding label such as `windows-1252`, when the guess was wrong. */
  readonly encoding?: string;
  readonly delimiter?: string;
}

export type OrderFileReading =
  | { readonly ok: true; readonly file: OrderFile }
  | { readonly ok: false; readonly refusal: OrderFileRefusal };

/** Lines as a format's reader hands them on: cleaned cells, heading not yet told from data. */
export interface RawTable {
  readonly rows: OrderFileRow[];
  readonly notices: OrderFileNotice[];
}
