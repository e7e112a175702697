import { z } from "zod";
import { EVENT_TYPES } from "@/server/domain/event/domain-event";
import { instantSchema, pageQuerySchema } from "./common";
import { exceptionSchema } from "./exception";

export const auditQuerySchema = pageQuerySchema.extend({
  action: z
    .string()
    .transform((list) => list.split(","))
    .pipe(z.array(z.enum(EVENT_TYPES)).min(1))
    .optional()
    .describe("One, or several with commas between: delivery.changed, delivery.rescheduled, route.driver-changed …"),
  entity_id: z.string().max(100).optional().describe("A delivery, driver, vehicle, partner, route, job or key."),
  actor: z.enum(["user", "system", "driver", "api"]).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});

export const auditEntrySchema = z
  .object({
    sequence: z.int(),
    action: z.string(),
    entity: z.string(),
    entity_id: z.string(),
    actor: z.object({ kind: z.string(), label: z.string() }),
    timestamp: z.string(),
    received_at: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    data: z.record(z.string(), z.unknown()),
    correlation_id: z.string(),
  })
  .meta({ id: "AuditEntry" });

export const optimizerStatusSchema = z
  .object({
    queue_length: z.int(),
    running: z.int(),
    last_run_at: z.string().nullable(),
    recent: z.array(
      z.object({
        strategies: z.array(z.string()),
        runs: z.int(),
        median_seconds: z.number(),
        p95_seconds: z.number(),
        last_seconds: z.number(),
        last_at: z.string(),
      }),
    ),
  })
  .meta({ id: "OptimizerStatus" });

export const alertsSchema = z
  .object({
    exceptions_count: z.int().describe("That stand and are in sight."),
    unacknowledged_count: z.int(),
    critical_count: z.int().describe("Of those nobody has acknowledged."),
    sla_breaches: z.array(exceptionSchema).describe("Routes expected past a promise, newest first; a hundred at most."),
  })
  .meta({ id: "Alerts" });
