import type { NotificationChannel } from "./notification-policy";

/** Whether somebody is written by a channel, as his page may say it. */
export interface MessageChoice {
  readonly channel: NotificationChannel;
  /** As much of the address as its owner needs to know it. */
  readonly masked: string;
  readonly isStopped: boolean;
}

/** What is known of the person behind a link. */
export interface LinkContact {
  /** Over what the link came: who got it by e-mail chooses for that address; one handed over otherwise, for both. */
  readonly channel: string;
  readonly email: string;
  readonly phone: string;
  readonly refusesEmail: boolean;
  readonly refusesSms: boolean;
}

/** The channels whoever holds a link may choose about. */
export function messageChoices(contact: LinkContact): MessageChoice[] {
  const { channel, email, phone, refusesEmail, refusesSms } = contact;
  const choices: MessageChoice[] = [];
  if (email !== "" && channel !== "sms") {
    choices.push({ channel: "email", masked: maskEmail(email), isStopped: refusesEmail });
  }
  if (phone !== "" && channel !== "email") {
    choices.push({ channel: "sms", masked: `…${phone.slice(-3)}`, isStopped: refusesSms });
  }
  return choices;
}

function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${[...email][0] ?? ""}…${email.slice(at)}`;
}
