import { z } from "zod";
import { assignmentSchema, unassignedSchema } from "./assignment";

export const jobSchema = z
  .object({
    id: z.string(),
    job_id: z.string(),
    type: z.string(),
    status: z.enum(["queued", "running", "succeeded", "completed_with_errors", "failed", "cancelled"]),
    total: z.int(),
    processed: z.int(),
    failed: z.int(),
    progress_pct: z.number(),
    errors: z.array(z.object({ line: z.int(), code: z.string(), message: z.string() })).describe("The first thousand."),
    failure: z.string().nullable(),
    result: z
      .object({
        created: z.int(),
        failed: z.int(),
        assignments: z.array(assignmentSchema).optional().describe("Of an assignment job."),
        unassigned: z.array(unassignedSchema).optional(),
      })
      .nullable(),
    created_at: z.string(),
    updated_at: z.string(),
    finished_at: z.string().nullable(),
  })
  .meta({ id: "Job" });
export type JobAnswer = z.input<typeof jobSchema>;

export const jobAcceptedSchema = z.object({ job_id: z.string(), status: z.string() }).meta({ id: "JobAccepted" });

export const s3PointerSchema = z.object({ s3_uri: z.string().max(2000) }).meta({ id: "S3Pointer" });
