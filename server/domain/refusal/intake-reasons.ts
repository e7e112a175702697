import type { ImportStatus } from "@/server/domain/intake/import-settings";

/** Of files, imports and orders, that say everything by themselves. */
export const INTAKE_REASONS = [
  // Files
  "content_type",
  "no_file",
  "empty",
  "no_rows",
  "old_excel",
  "corrupt_workbook",
  "unknown_sheet",
  "undecodable",
  // Imports and the address book
  "nothing_to_import",
  "no-usable-address",
  "no-usable-vehicle",
  "export-unknown",
  // Orders: those of `DeliveryRefusal`
  "invalid",
  "exists",
  "unknown",
  "duplicate",
  "other_project",
  "stale",
  "busy",
  "closed",
  "dispatched",
  "on_route",
  "made",
  "aboard",
  "not_joinable",
  "other_day",
  "nothing-to-cancel",
] as const;

/** What a file that is no table turned out to be. */
export const FILE_KINDS = [
  "pdf",
  "picture",
  "media",
  "archive",
  "program",
  "database",
  "json",
  "text-document",
  "web-page",
  "no-text",
  "other",
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

type Limit = { readonly limit: number };

/** Reasons of the same whose sentence needs particulars. */
export interface IntakeReasons {
  /** Megabytes. */
  too_large: Limit;
  /** Megabytes, unpacked. */
  too_large_unpacked: Limit;
  too_many_columns: Limit & { readonly columns: number };
  binary: { readonly kind: FileKind };
  other_document: { readonly kind: FileKind };
  too_many_rows: Limit;
  /** Characters, and the line in the file. */
  cell_too_long: Limit & { readonly line: number };
  missing_columns: { readonly missing: readonly string[] };
  import_status: { readonly status: ImportStatus };
  imported: { readonly rowNumber: number };
}

/** Why a file cannot be read at all, in one word. */
export type FileRefusalCode =
  | "too_large"
  | "too_large_unpacked"
  | "empty"
  | "no_rows"
  | "binary"
  | "old_excel"
  | "other_document"
  | "corrupt_workbook"
  | "unknown_sheet"
  | "undecodable"
  | "too_many_columns"
  | "too_many_rows"
  | "cell_too_long";
