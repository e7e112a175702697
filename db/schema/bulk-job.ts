import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { BulkItem, BulkJobKind, BulkJobStatus, BulkLineError } from "@/server/domain/bulk/bulk-job";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";
import { project } from "./project";

/** Many things sent at once by a program, taken in one after the other. */
export const bulkJob = pgTable(
  "bulk_job",
  {
    organizationId: organizationId(),
    id: id(),
    projectId: uuid("project_id").notNull(),
    kind: text("kind").$type<BulkJobKind>().notNull(),
    status: text("status").$type<BulkJobStatus>().notNull(),
    /** Lines received; they come while the job is `receiving`. */
    total: integer("total").notNull().default(0),
    processed: integer("processed").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    /** Why the job as a whole has come to nothing. */
    failure: text("failure"),
    finishedAt: instant("finished_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    foreignKey({
      columns: [table.organizationId, table.projectId],
      foreignColumns: [project.organizationId, project.id],
    }),
    // The nightly deletion of jobs long done.
    index("bulk_job_updated").on(table.updatedAt),
  ],
);

/** A line that waits to be taken in, or could not be; what went well leaves no line behind. */
export const bulkLine = pgTable(
  "bulk_line",
  {
    organizationId: organizationId(),
    jobId: uuid("job_id").notNull(),
    lineNumber: integer("line_number").notNull(),
    /** Null once it could not be taken in. */
    item: json<BulkItem>("item"),
    error: json<BulkLineError>("error"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.jobId, table.lineNumber] }),
    foreignKey({
      columns: [table.organizationId, table.jobId],
      foreignColumns: [bulkJob.organizationId, bulkJob.id],
    }).onDelete("cascade"),
    // A job's next lines.
    index("bulk_line_waiting").on(table.organizationId, table.jobId, table.lineNumber).where(sql`error is null`),
  ],
);
