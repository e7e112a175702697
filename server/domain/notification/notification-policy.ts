import { z } from "zod";

/** What customers are written about (product.md §3 and the notifications it leads to). */
export const NOTIFICATION_TRIGGERS = [
  "dispatched",
  "out-for-delivery",
  "near",
  "delayed",
  "delivered",
  "failed",
] as const;
export type NotificationTrigger = (typeof NOTIFICATION_TRIGGERS)[number];

export const NOTIFICATION_CHANNELS = ["email", "sms"] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/** What an order says of its own messages; the words are those of the sender's `notificationPreference`. */
export const notificationPreferenceSchema = z.enum(["dont_notify", "email", "sms", "both"]);
export type NotificationPreference = z.output<typeof notificationPreferenceSchema>;

/** What becomes of a message that is due in quiet hours: sent all the same, kept until they are over, or left out. */
const inQuietHoursSchema = z.enum(["send", "wait", "drop"]);

const rule = (email: boolean, sms: boolean, inQuietHours: z.output<typeof inQuietHoursSchema>) =>
  z
    .object({
      email: z.boolean().default(email),
      sms: z.boolean().default(sms),
      inQuietHours: inQuietHoursSchema.default(inQuietHours),
    })
    .prefault({});

const SECONDS_PER_DAY = 86_400;
const wallSeconds = z
  .int()
  .min(0)
  .max(SECONDS_PER_DAY - 1);

/** Wall-clock seconds of the recipient's day; from 21:00 to 08:00 passes midnight. */
export const quietHoursSchema = z
  .object({ fromSeconds: wallSeconds, toSeconds: wallSeconds })
  .refine(({ fromSeconds, toSeconds }) => fromSeconds !== toSeconds, { message: "must end at another time" });
export type QuietHours = z.output<typeof quietHoursSchema>;

/** An organization's rules for messages to customers. */
export const notificationPolicySchema = z.object({
  triggers: z
    .object({
      dispatched: rule(true, true, "wait"),
      "out-for-delivery": rule(false, true, "wait"),
      near: rule(false, true, "drop"),
      delayed: rule(true, true, "wait"),
      delivered: rule(true, false, "send"),
      failed: rule(true, true, "wait"),
    })
    .prefault({}),
  /** Nothing leaves sooner after its cause, so that a dispatch by mistake can be taken back. */
  recallSeconds: z.int().min(10).max(600).default(10),
  /** Whoever was told of a delay is told again only when the expectation has moved by more. */
  retellMinutes: z.int().min(5).max(240).default(20),
  quietHours: quietHoursSchema.nullable().default({ fromSeconds: 21 * 3600, toSeconds: 8 * 3600 }),
});
export type NotificationPolicy = z.output<typeof notificationPolicySchema>;

export const DEFAULT_NOTIFICATION_POLICY: NotificationPolicy = notificationPolicySchema.parse({});

/** A stored policy; one that does not hold any more gives way to the default. */
export function readNotificationPolicy(stored: unknown): NotificationPolicy {
  const parsed = notificationPolicySchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : DEFAULT_NOTIFICATION_POLICY;
}
