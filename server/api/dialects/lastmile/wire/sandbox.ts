import { z } from "zod";
import { SIMULATED_ANSWERS } from "@/server/domain/partner/simulation";
import { instantSchema, pointSchema } from "./common";
import { FAILURE_CODES } from "./driver-api";
import { partnerStatusRequestSchema } from "./partner-api";

const AT_DOORS = ["arrive", "complete", "fail"] as const;
const OF_ROUTES = ["accept", "start", "finish"] as const;
const REASONS = Object.keys(FAILURE_CODES) as [keyof typeof FAILURE_CODES, ...(keyof typeof FAILURE_CODES)[]];
const isAtDoor = (type: string) => (AT_DOORS as readonly string[]).includes(type);

export const sandboxEventSchema = z
  .object({
    type: z.enum([...OF_ROUTES, ...AT_DOORS]),
    assignment_id: z.string().max(100),
    stop_id: z.string().max(100).optional().describe("For arrive, complete and fail."),
    reason: z.enum(REASONS).default("no_one_home").describe("For fail."),
    next_action: z.enum(["reschedule", "return_to_warehouse"]).optional(),
    recipient_name: z.string().trim().max(120).optional(),
    notes: z.string().trim().max(2000).optional(),
    location: pointSchema.optional(),
    timestamp: instantSchema.optional().describe("When it was; now if nothing is said."),
  })
  .refine(({ type, stop_id }) => !isAtDoor(type) || stop_id !== undefined, {
    path: ["stop_id"],
    message: "is needed for what happens at a door",
  })
  .meta({ id: "SandboxEvent" });
export type SandboxEvent = z.output<typeof sandboxEventSchema>;

export const sandboxResultSchema = z
  .object({ assignment_id: z.string(), type: z.string(), result: z.string(), sandbox: z.literal(true) })
  .meta({ id: "SandboxResult" });

export const sandboxTrackSchema = z
  .object({
    assignment_id: z.string().max(100),
    points: z.int().min(2).max(1000).default(60),
    duration_seconds: z
      .int()
      .min(1)
      .max(86_400)
      .default(1800)
      .describe("The last position is where the driver is now."),
  })
  .meta({ id: "SandboxTrack" });

export const sandboxTrackedSchema = z
  .object({ assignment_id: z.string(), stored: z.int(), refused: z.int(), sandbox: z.literal(true) })
  .meta({ id: "SandboxTracked" });

export const sandboxBehaviorSchema = z
  .object({
    partner_id: z.string().max(100),
    answer: z
      .enum(SIMULATED_ANSWERS)
      .default("accept")
      .describe(
        "later: it is taken, and said so by the partner API; error: 500; garbage: an answer nobody can read; silence: none at all.",
      ),
    delay_seconds: z.number().min(0).max(30).default(0).describe("Before it answers; Dray waits eight seconds."),
  })
  .meta({ id: "SandboxPartnerBehavior" });

export const sandboxBehaviorAnswerSchema = z
  .object({
    partner_id: z.string(),
    answer: z.enum(SIMULATED_ANSWERS),
    delay_seconds: z.number(),
    sandbox: z.literal(true),
  })
  .meta({ id: "SandboxPartnerBehaviorSet" });

export const sandboxCallbacksSchema = z
  .object({
    partner_id: z.string().max(100),
    assignment_id: z.string().max(100),
    updates: z
      .array(partnerStatusRequestSchema)
      .min(1)
      .max(20)
      .describe("As they happened, a second apart where they do not say when."),
    copies: z.int().min(1).max(5).default(1).describe("How often each is sent."),
    late_seconds: z
      .int()
      .min(0)
      .max(604_800)
      .default(0)
      .describe("So long before they are sent the last one happened."),
    order: z.enum(["as_happened", "reversed"]).default("as_happened").describe("In which they are sent."),
  })
  .meta({ id: "SandboxCallbacks" });
export type SandboxCallbacks = z.output<typeof sandboxCallbacksSchema>;

export const sandboxCallbackResultsSchema = z
  .object({
    assignment_id: z.string(),
    results: z
      .array(
        z.object({
          status: z.string(),
          event_id: z.string(),
          occurred_at: z.string(),
          outcome: z.enum(["applied", "superseded", "duplicate", "refused"]),
          message: z.string(),
        }),
      )
      .describe("One for each that was sent, in that order."),
    sandbox: z.literal(true),
  })
  .meta({ id: "SandboxCallbackResults" });
