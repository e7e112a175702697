import { z } from "zod";
import { idField } from "./common";

export const WEBHOOK_EVENTS = [
  "stop.reported",
  "route.started",
  "route.finished",
  "plan.created",
  "stop.created",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What messages call an event in full. */
export const EVENT_PREFIX = "routal.planner.2.";

const eventField = z
  .string()
  .max(100)
  .transform((name) => (name.startsWith(EVENT_PREFIX) ? name.slice(EVENT_PREFIX.length) : name))
  .pipe(z.enum(WEBHOOK_EVENTS));

export const webhookRequestSchema = z
  .object({
    url: z.url().max(2000),
    enabled_events: z
      .array(eventField)
      .min(1)
      .max(20)
      .default([...WEBHOOK_EVENTS]),
    enabled: z.boolean().default(true),
  })
  .meta({ id: "WebhookRequest" });

export const webhookPatchSchema = z
  .object({
    url: z.url().max(2000).optional(),
    enabled_events: z.array(eventField).min(1).max(20).optional(),
    enabled: z.boolean().optional(),
  })
  .meta({ id: "WebhookPatch" });

export const webhookSchema = z
  .object({
    id: idField,
    project_id: idField.nullable(),
    url: z.string(),
    enabled_events: z.array(z.enum(WEBHOOK_EVENTS)),
    enabled: z.boolean().describe("False also after 50 failures in a row."),
    consecutive_failures: z.int(),
    created_at: z.string(),
    updated_at: z.string(),
    deleted: z.boolean(),
  })
  .meta({ id: "Webhook" });
