import { z } from "zod";
import { message, timestampSchema } from "./proto";

export const TOPICS = [
  "ROUTE_CREATED",
  "ROUTE_UPDATED",
  "ROUTE_DELETED",
  "ROUTE_COMPLETED",
  "STOP_STATUS_UPDATED",
  "STOP_UPDATED",
  "ROUTE_STARTED",
  "ROUTE_DISPATCHED",
  "ROUTE_START_STOP_UPDATED",
  "ROUTE_END_STOP_UPDATED",
  "DRIVER_ADDED",
  "DRIVER_UPDATED",
  "DRIVER_ACTIVATED",
  "DRIVER_DEACTIVATED",
  "DRIVER_ARCHIVED",
  "IMPORTED_STOP_DELETED",
  "IMPORTED_STOP_CREATED",
  "IMPORTED_STOP_UPDATED",
] as const;
export type Topic = (typeof TOPICS)[number];

export const webhookRequestSchema = message(
  z.object({
    url: z.string().trim().min(1).max(2000),
    topics: z
      .array(z.enum(TOPICS, { message: `must be one of ${TOPICS.join(", ")}` }))
      .min(1)
      .max(TOPICS.length * 2),
  }),
);

export const webhookSchema = z
  .object({ id: z.string(), url: z.string(), topics: z.array(z.enum(TOPICS)), active: z.boolean() })
  .meta({ id: "WebhookSubscription" });
export type WebhookWire = z.input<typeof webhookSchema>;

export const webhooksSchema = z
  .object({ webhooks: z.array(webhookSchema) })
  .meta({ id: "ListWebhookSubscriptionsResponse" });

/** What a subscriber is sent. */
export const webhookEventSchema = z.object({
  eventId: z.string(),
  topic: z.enum([...TOPICS, "TEST"]),
  eventTimestamp: timestampSchema,
  apiVersion: z.literal("V2024_07"),
  organization: z.string(),
  objectId: z.string().optional(),
  payload: z.record(z.string(), z.unknown()),
});
