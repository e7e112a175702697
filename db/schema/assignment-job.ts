import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import type {
  AssignmentJobRequest,
  AssignmentJobResult,
  AssignmentJobStatus,
} from "@/server/domain/assignment/assignment-job";
import { createdAt, id, instant, json, organizationId, tenantKey, updatedAt } from "./columns";

/** Many deliveries to be put on routes, worked on while nobody waits. */
export const assignmentJob = pgTable(
  "assignment_job",
  {
    organizationId: organizationId(),
    id: id(),
    status: text("status").$type<AssignmentJobStatus>().notNull(),
    request: json<AssignmentJobRequest>("request").notNull(),
    total: integer("total").notNull(),
    /** Once it has ended well. */
    result: json<AssignmentJobResult>("result"),
    failure: text("failure"),
    finishedAt: instant("finished_at"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    tenantKey(table),
    // The nightly deletion of jobs long done.
    index("assignment_job_updated").on(table.updatedAt),
  ],
);
