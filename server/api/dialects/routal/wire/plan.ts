import { z } from "zod";
import { idField } from "./common";
import { routeSchema } from "./route";
import { stopSchema } from "./stop";

const dateField = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/, { message: "must be a date, YYYY-MM-DD" })
  .transform((text) => text.slice(0, 10))
  .refine((date) => !Number.isNaN(Date.parse(`${date}T00:00:00Z`)), { message: "must be a day there is" });
const labelField = z.string().trim().min(1).max(200);

export const planRequestSchema = z
  .object({
    label: labelField,
    execution_date: dateField,
    status: z.enum(["planning", "draft"]).optional().describe("A draft is a plan like any other here."),
  })
  .meta({ id: "PlanRequest" });

export const planPatchSchema = z
  .object({ label: labelField.optional(), execution_date: dateField.optional() })
  .meta({ id: "PlanPatch" });

export const PLAN_STATUSES = ["planning", "in_progress", "finished"] as const;

export const planSchema = z
  .object({
    id: idField,
    organization_id: idField,
    project_id: idField,
    label: z.string(),
    execution_date: z.string().describe("Midnight of the day, ISO 8601."),
    status: z.enum(PLAN_STATUSES),
    total_stops: z.int(),
    pending_stops: z.int(),
    completed_stops: z.int(),
    incomplete_stops: z.int(),
    canceled_stops: z.int(),
    total_routes: z.int(),
    created_by: z.null(),
    created_at: z.string(),
    updated_at: z.string(),
    deleted: z.boolean(),
    deleted_at: z.string().nullable(),
  })
  .meta({ id: "Plan" });
export type PlanAnswer = z.input<typeof planSchema>;

export const wholePlanSchema = planSchema
  .extend({
    routes: z.array(routeSchema),
    stops: z.array(stopSchema),
    vehicles: z.array(z.looseObject({ id: idField, label: z.string() })),
  })
  .meta({ id: "WholePlan" });

export const runningSchema = z
  .object({
    id: idField.nullable(),
    plan_id: idField,
    running: z.boolean(),
    status: z.enum(["none", "running", "finished", "failed"]),
    progress: z.number().describe("0 to 100."),
    assigned_stops: z.int(),
    unassigned_stops: z.int(),
  })
  .meta({ id: "RunningOptimization" });
