import {
  NOTIFICATION_CHANNELS,
  type NotificationChannel,
  type NotificationPolicy,
  type NotificationPreference,
  type NotificationTrigger,
} from "./notification-policy";

/** Whom a message is for. */
export interface NotificationRecipient {
  /** Empty: unknown. */
  readonly email: string;
  readonly phone: string;
  /** What the order says. */
  readonly preference: NotificationPreference;
  /** What this person has said no to, whatever the order. */
  readonly optedOut: readonly NotificationChannel[];
}

/** Why a message does not go out by a channel: its recipient's no comes before all that somebody could change. */
export type ChannelRefusal = "opted-out" | "order-silent" | "no-address" | "channel-off";

/** Whether a message goes out by a channel: wanted by the policy and by the order, not refused, and with somewhere to go. */
export function channelRefusal(
  trigger: NotificationTrigger,
  channel: NotificationChannel,
  { email, phone, preference, optedOut }: NotificationRecipient,
  policy: NotificationPolicy,
): ChannelRefusal | null {
  if (optedOut.includes(channel)) return "opted-out";
  if (preference !== "both" && preference !== channel) return "order-silent";
  if ((channel === "email" ? email : phone) === "") return "no-address";
  return policy.triggers[trigger][channel] ? null : "channel-off";
}

/** The channels a message goes out by. */
export function notificationChannels(
  trigger: NotificationTrigger,
  recipient: NotificationRecipient,
  policy: NotificationPolicy,
): NotificationChannel[] {
  return NOTIFICATION_CHANNELS.filter((channel) => channelRefusal(trigger, channel, recipient, policy) === null);
}
