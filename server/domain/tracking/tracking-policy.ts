import { z } from "zod";
import { lengthSchema } from "@/server/domain/unit/kept-numbers";

const stops = z.int().min(0).max(100).nullable();
const minutes = z.int().min(0).max(720).nullable();
const meters = lengthSchema(0, 100_000).nullable();

/** When a field is shown of a delivery under way: any of the thresholds is enough; none: all the way. */
const fieldRuleSchema = z.object({
  isShown: z.boolean(),
  stopsBefore: stops.default(null),
  minutesBefore: minutes.default(null),
  metersBefore: meters.default(null),
});
export type FieldRule = z.output<typeof fieldRuleSchema>;

const NEAR: FieldRule = { isShown: true, stopsBefore: 3, minutesBefore: 20, metersBefore: null };
const ALWAYS: FieldRule = { isShown: true, stopsBefore: null, minutesBefore: null, metersBefore: null };

/** How the van is drawn so that it tells of the customer's own delivery and of nobody else's door. */
const positionRuleSchema = z.object({
  roundMeters: lengthSchema(50, 5000).default(100),
  delaySeconds: z.int().min(15).max(300).default(20),
  /** Where the door is the next one there is nobody's door in between. */
  nextRoundMeters: lengthSchema(10, 5000).default(20),
});

/** What an organization's customers see, how long, and what they may do (product.md §3, "privacy defaults", "token"). */
export const trackingPolicySchema = z.object({
  fields: z
    .object({
      position: fieldRuleSchema.default(NEAR),
      stopsBefore: fieldRuleSchema.default({ ...NEAR, stopsBefore: 5, minutesBefore: 30 }),
      driverName: fieldRuleSchema.default(ALWAYS),
      vehicle: fieldRuleSchema.default(NEAR),
    })
    .prefault({}),
  position: positionRuleSchema.prefault({}),
  /** From when on a delivery is called near. */
  near: z.object({ stops: stops.default(3), minutes: minutes.default(20) }).prefault({}),
  /** From when on the window is measured. */
  window: z.object({ measuredStops: stops.default(3), measuredMinutes: minutes.default(60) }).prefault({}),
  /** Shown where the driver's own number is not; empty: nothing to call. */
  callCentrePhone: z
    .string()
    .regex(/^(\+[1-9]\d{5,14})?$/)
    .default(""),
  /** Days after a delivery has ended in which its page shows all it may. */
  pageDays: z.int().min(1).max(30).default(7),
  /** Further days with nothing but the state. */
  statusDays: z.int().min(0).max(90).default(30),
  /** Days after which a link goes whose delivery never ended. */
  openDays: z.int().min(7).max(365).default(90),
  acts: z
    .object({
      instructions: z.boolean().default(true),
      safePlace: z.boolean().default(true),
      /** How often one delivery may be moved by its customer; 0: not at all. */
      mostReschedules: z.int().min(0).max(10).default(1),
      /** Before the beginning of what was promised; the project's own cut-off counts as well. */
      rescheduleMinutesBefore: z.int().min(0).max(10_080).default(720),
      rating: z.boolean().default(true),
      ratingDays: z.int().min(1).max(30).default(7),
      proof: z.boolean().default(true),
    })
    .prefault({}),
});
export type TrackingPolicy = z.output<typeof trackingPolicySchema>;

export const DEFAULT_TRACKING_POLICY: TrackingPolicy = trackingPolicySchema.parse({});

/** A stored policy; one that does not hold any more gives way to the default, which shows less rather than more. */
export function readTrackingPolicy(stored: unknown): TrackingPolicy {
  const parsed = trackingPolicySchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : DEFAULT_TRACKING_POLICY;
}
