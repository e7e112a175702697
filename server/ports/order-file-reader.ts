import type { FileReason } from "@/server/domain/refusal/refusal-reason";

/** A table of text as read from an uploaded file. */
export interface ReadFile {
  readonly format: "csv" | "xlsx";
  readonly headers: readonly string[];
  /** Line in the file, 1-based, and its cells, which may be more or fewer than the headings. */
  readonly rows: readonly { readonly rowNumber: number; readonly cells: readonly string[] }[];
  /** What a person should know about how the file was read. */
  readonly notices: readonly { readonly code: string; readonly message: string; readonly rowNumber?: number }[];
}

export type FileReading =
  | { readonly ok: true; readonly file: ReadFile }
  | { readonly ok: false; readonly refusal: { readonly message: string; readonly why: FileReason } };

/** Turns the bytes of a CSV or workbook into rows. A file that cannot be read is an answer, not an exception. */
export interface OrderFileReader {
  read(
    bytes: Uint8Array,
    options?: {
      readonly sheet?: string;
      readonly encoding?: string;
      readonly delimiter?: string;
      readonly maxRows?: number;
    },
  ): Promise<FileReading>;
}
