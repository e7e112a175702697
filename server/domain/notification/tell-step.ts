import type { TrackingState } from "@/server/domain/tracking/tracking-state";
import { dueNotification, messageKey, type NotifiedState, type ToldSoFar, toldAfter } from "./due-notification";
import { type NotificationRecipient, notificationChannels } from "./notification-channels";
import type { NotificationChannel, NotificationPolicy, NotificationTrigger } from "./notification-policy";
import { type SendTime, sendTime } from "./send-time";
import { type UsefulTimes, usefulUntilMs } from "./useful-until";

/** How far the telling of one door is; kept with it and read under its lock. */
export interface Telling extends ToldSoFar {
  readonly attempt: number;
  /** Where it stood when it was last looked at; null: nobody has looked. */
  readonly state: TrackingState | null;
}

export interface TellFacts {
  readonly deliveryId: string;
  readonly now: NotifiedState;
  readonly recipient: NotificationRecipient;
  /** The recipient's. */
  readonly timeZone: string;
  readonly nowMs: number;
  readonly useful: UsefulTimes;
}

/** A message that a look at a door has made due, over one channel. */
export interface PlannedMessage {
  readonly key: string;
  readonly trigger: NotificationTrigger;
  readonly channel: NotificationChannel;
  readonly time: SendTime;
  readonly usefulUntilMs: number | null;
}

/** One look at a door: how far its telling is then, and what its customer is to be written because of it. */
export function tellStep(
  before: Telling,
  { deliveryId, now, recipient, timeZone, nowMs, useful }: TellFacts,
  policy: NotificationPolicy,
): { readonly after: Telling; readonly messages: readonly PlannedMessage[] } {
  const due = dueNotification({ deliveryId, attempt: before.attempt }, before.state, now, before, policy);
  if (!due) return { after: { ...before, state: now.state }, messages: [] };
  const until = usefulUntilMs(due.trigger, useful);
  const time = sendTime({ trigger: due.trigger, causedAtMs: nowMs, timeZone, usefulUntilMs: until }, policy);
  const channels = notificationChannels(due.trigger, recipient, policy);
  return {
    after: { ...before, ...toldAfter(before, due, now), state: now.state },
    messages: channels.map((channel) => ({
      key: messageKey(due, channel),
      trigger: due.trigger,
      channel,
      time,
      usefulUntilMs: until,
    })),
  };
}
