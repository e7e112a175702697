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

/** The channels a message goes out by: wanted by the policy and by the order, not refused, and with somewhere to go. */
export function notificationChannels(
  trigger: NotificationTrigger,
  recipient: NotificationRecipient,
  policy: NotificationPolicy,
): NotificationChannel[] {
  const { preference, optedOut } = recipient;
  return NOTIFICATION_CHANNELS.filter(
    (channel) =>
      policy.triggers[trigger][channel] &&
      (preference === "both" || preference === channel) &&
      !optedOut.includes(channel) &&
      (channel === "email" ? recipient.email : recipient.phone) !== "",
  );
}
