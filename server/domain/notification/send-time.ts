import type { NotificationPolicy, NotificationTrigger } from "./notification-policy";
import { quietUntilMs } from "./quiet-hours";

export type SendTime =
  | { readonly kind: "send"; readonly atMs: number }
  | { readonly kind: "drop"; readonly reason: "quiet-hours" | "out-of-date" };

export interface MessageTiming {
  readonly trigger: NotificationTrigger;
  /** When its cause happened. */
  readonly causedAtMs: number;
  /** The recipient's. */
  readonly timeZone: string;
  /** After which it says nothing any more, such as the end of the window it tells; null: it stays true. */
  readonly usefulUntilMs: number | null;
}

/**
 * When a message leaves: never before it can be recalled, and not in the recipient's quiet hours unless its trigger says
 * so. What would come too late to be of use is left out instead of sent.
 */
export function sendTime(
  { trigger, causedAtMs, timeZone, usefulUntilMs }: MessageTiming,
  policy: NotificationPolicy,
): SendTime {
  const earliestMs = causedAtMs + policy.recallSeconds * 1000;
  const { inQuietHours } = policy.triggers[trigger];
  const quietUntil = policy.quietHours && quietUntilMs(earliestMs, timeZone, policy.quietHours);
  if (quietUntil !== null && inQuietHours === "drop") return { kind: "drop", reason: "quiet-hours" };
  const atMs = quietUntil !== null && inQuietHours === "wait" ? quietUntil : earliestMs;
  if (usefulUntilMs !== null && atMs > usefulUntilMs) return { kind: "drop", reason: "out-of-date" };
  return { kind: "send", atMs };
}
