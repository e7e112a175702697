import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, json, organizationId, tenantKey, updatedAt } from "./columns";
import { project } from "./project";

/** A file of orders on its way in. */
export const orderImport = pgTable(
  "order_import",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    fileName: text("file_name").notNull(),
    blobKey: text("blob_key").notNull(),
    format: text("format").notNull(),
    status: text("status")
      .$type<"uploaded" | "checking" | "checked" | "importing" | "imported" | "failed" | "discarded">()
      .notNull(),
    headers: json<string[]>("headers").notNull(),
    /** Things to know about the file as a whole ("read as Windows-1252"). */
    notices: json<string[]>("notices").notNull(),
    /** Field → column, and what to assume where the file is silent. */
    settings: json<Record<string, unknown>>("settings").notNull(),
    totalRows: integer("total_rows").notNull(),
    validRows: integer("valid_rows").notNull().default(0),
    invalidRows: integer("invalid_rows").notNull().default(0),
    importedRows: integer("imported_rows").notNull().default(0),
    failure: text("failure"),
    /** The person; null when the system itself brought the file. */
    createdBy: uuid("created_by"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.projectId],
      foreignColumns: [project.organizationId, project.id],
    }),
    // The list of recent imports.
    index("order_import_recent").on(table.organizationId, table.projectId, table.id),
  ],
);

export interface RowIssue {
  field: string;
  column: string;
  columnIndex?: number;
  code: string;
  message: string;
  value: string;
}

/** One row of the file: its cells as they were (or were put right), and what became of it. */
export const orderImportRow = pgTable(
  "order_import_row",
  {
    organizationId: organizationId(),
    importId: uuid("import_id").notNull(),
    /** Line in the file, 1-based, the header being 1. */
    rowNumber: integer("row_number").notNull(),
    cells: json<string[]>("cells").notNull(),
    status: text("status").$type<"pending" | "valid" | "invalid" | "imported" | "skipped">().notNull(),
    errors: json<RowIssue[]>("errors").notNull(),
    warnings: json<RowIssue[]>("warnings").notNull(),
    edited: boolean("edited").notNull().default(false),
    /** The sender's number as the mapping reads it, once checked: numbers may not repeat in a file. */
    externalId: text("external_id"),
    /** The day it is meant for, as far as that can be read; null until checked, or when nobody says. */
    serviceDate: date("service_date", { mode: "string" }),
    /** What the row became. */
    deliveryId: uuid("delivery_id"),
    outcome: text("outcome").$type<"created" | "updated" | "unchanged">(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.importId, table.rowNumber] }),
    foreignKey({
      columns: [table.organizationId, table.importId],
      foreignColumns: [orderImport.organizationId, orderImport.id],
    }).onDelete("cascade"),
    // The grid of rows to put right.
    index("order_import_row_status").on(table.organizationId, table.importId, table.status, table.rowNumber),
    // The rows that share a number.
    index("order_import_row_external_id")
      .on(table.organizationId, table.importId, table.externalId)
      .where(sql`external_id is not null`),
  ],
);

/** The mapping last used for files with these headers. */
export const importMapping = pgTable(
  "import_mapping",
  {
    organizationId: organizationId(),
    id: id(),
    headerSignature: text("header_signature").notNull(),
    settings: json<Record<string, unknown>>("settings").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    // A file's headers find the mapping used before.
    uniqueIndex("import_mapping_signature").on(table.organizationId, table.headerSignature),
  ],
);
