import { z } from "zod";

/** What may be subscribed to, in this API's words. */
export const WEBHOOK_EVENTS = [
  "delivery.created",
  "delivery.assigned",
  "stop.arrived",
  "stop.completed",
  "pod.created",
  "delivery.failed",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export const webhookRequestSchema = z
  .object({
    url: z.string().trim().min(1).max(2000).describe("http or https, without credentials in it."),
    events: z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(100),
    secret: z
      .string()
      .min(1)
      .max(500)
      .optional()
      .describe("What messages are signed with; absent: one is made, and shown this once."),
  })
  .meta({ id: "WebhookRequest" });

export const webhookSchema = z
  .object({
    id: z.string(),
    webhook_id: z.string(),
    url: z.string(),
    events: z.array(z.enum(WEBHOOK_EVENTS)),
    status: z.enum(["active", "paused", "disabled"]),
    active: z.boolean(),
    disabled_reason: z.enum(["failures", "gone", "person"]).nullable(),
    consecutive_failures: z.int(),
    next_attempt_at: z.string().nullable().describe("Not before; null: at once."),
    last_success_at: z.string().nullable(),
    last_failure_at: z.string().nullable(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: "Webhook", description: "Its secret is never said again." });
export type WebhookAnswer = z.input<typeof webhookSchema>;

export const newWebhookSchema = webhookSchema
  .extend({ secret: z.string().optional().describe("Only where we have made it. It is shown now and never again.") })
  .meta({ id: "NewWebhook" });

export const webhookTestSchema = z
  .object({ webhook_id: z.string().max(100).optional(), id: z.string().max(100).optional() })
  .refine(({ webhook_id, id }) => webhook_id !== undefined || id !== undefined, { message: "needs webhook_id" })
  .meta({ id: "WebhookTestRequest" });

export const webhookTestResultSchema = z
  .object({
    id: z.string().describe("The message's, as its receiver reads it."),
    webhook_id: z.string(),
    type: z.literal("test"),
    delivered: z.boolean(),
    status_code: z.int().nullable().describe("Null: no answer."),
    error: z.string().nullable(),
    response: z.string().describe("The first of what was answered."),
    duration_ms: z.int(),
  })
  .meta({ id: "WebhookTestResult" });

/** What a subscriber is sent. */
export const webhookMessageSchema = z
  .object({
    id: z.string().describe("The same each time it is sent, and in the header webhook-id."),
    type: z.string(),
    webhook_id: z.string(),
    delivery_id: z.string().nullable(),
    assignment_id: z.string().nullable(),
    driver_id: z.string().nullable(),
    timestamp: z.string().describe("When it happened."),
    correlation_id: z.string(),
    sandbox: z.literal(true).optional().describe("Of a sandbox's messages only: nothing in them is for real."),
    data: z.object({
      sequence: z.int().nullable(),
      stop_id: z.string().nullable(),
      route_id: z.string().nullable(),
      status: z.string().nullable(),
      outcome: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  })
  .meta({ id: "WebhookMessage" });
