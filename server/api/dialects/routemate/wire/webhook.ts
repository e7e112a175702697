import { z } from "zod";
import { requiredText } from "./common";

/** As the document announces them. */
export const WEBHOOK_EVENTS = ["job.completed", "stop.completed", "stop.failed", "driver.location"] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

const eventsField = z
  .array(z.enum(WEBHOOK_EVENTS, { error: `must be one of ${WEBHOOK_EVENTS.join(", ")}` }), {
    error: "must be an array",
  })
  .min(1, { error: "must contain at least 1 event" });

export const webhookRequestSchema = z
  .object(
    { url: requiredText(2000), events: eventsField.nullish().describe("All four where it is absent.") },
    { error: "must be a JSON object" },
  )
  .meta({ id: "WebhookRequest" });

export const webhookSchema = z
  .object({
    webhook_id: z.uuid(),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    active: z.boolean(),
    created_at: z.string(),
  })
  .meta({ id: "Webhook" });

export const webhooksSchema = z.object({ webhooks: z.array(webhookSchema) }).meta({ id: "Webhooks" });
export const webhookParams = z.object({ webhookId: z.string() });

const proofSchema = z.object({
  recipient_name: z.string().nullable(),
  notes: z.string().nullable(),
  delivered_at: z.string(),
  files: z.array(
    z.object({ kind: z.string(), content_type: z.string(), sha256: z.string(), url: z.string().nullable() }),
  ),
});

/** What a subscriber is sent; what an event does not concern is absent. */
export const webhookMessageSchema = z
  .object({
    id: z.string(),
    event: z.union([z.enum(WEBHOOK_EVENTS), z.literal("test")]),
    occurred_at: z.string(),
    sandbox: z.literal(true).optional(),
    job_id: z.string().nullable().optional(),
    external_job_id: z.string().nullable().optional(),
    route_id: z.string().nullable().optional(),
    driver_user_id: z.string().nullable().optional(),
    status: z.string().optional(),
    status_counts: z.record(z.string(), z.int()).optional(),
    external_stop_id: z.string().optional(),
    address: z.string().optional(),
    failure_reason: z.string().nullable().optional(),
    proof_of_delivery: proofSchema.nullable().optional(),
    location: z
      .object({
        latitude: z.number(),
        longitude: z.number(),
        accuracy_meters: z.number().nullable(),
        speed_mps: z.number().nullable(),
        heading_degrees: z.number().nullable(),
        recorded_at: z.string(),
      })
      .nullable()
      .optional(),
  })
  .meta({ id: "WebhookMessage" });
export type RouteMateMessage = z.input<typeof webhookMessageSchema>;
