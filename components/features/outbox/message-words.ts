import type { RouterOutput } from "@/components/lib/router-types";
import type { Tone } from "@/components/ui/badge";

export type Message = RouterOutput["message"]["list"][number];
export type MessageStatus = Message["status"];

export const STATUS_LABELS: Readonly<Record<MessageStatus, string>> = {
  queued: "Queued",
  sending: "Sending",
  sent: "Sent",
  kept: "Kept here",
  failed: "Failed",
  unknown: "Not known",
};

export const STATUS_TONES: Readonly<Record<MessageStatus, Tone>> = {
  queued: "neutral",
  sending: "info",
  sent: "ok",
  kept: "accent",
  failed: "alert",
  unknown: "warn",
};

export const CHANNEL_LABELS: Readonly<Record<Message["channel"], string>> = { email: "E-mail", sms: "SMS" };

const SERVERS: Readonly<Record<Message["channel"], string>> = { email: "mail server", sms: "SMS gateway" };

/** What the status means for whoever waits for the driver to read the message. */
export function explainStatus({ status, channel, failure }: Pick<Message, "status" | "channel" | "failure">): string {
  const server = SERVERS[channel];
  switch (status) {
    case "queued":
      return "Waiting for its turn; it goes out in a moment.";
    case "sending":
      return `Being handed to the ${server} now.`;
    case "sent":
      return `The ${server} has accepted it. Whether it was read is not known.`;
    case "kept":
      return `No ${server} is configured, so nothing left this machine. Copy the link and hand it to the driver yourself.`;
    case "failed":
      return `The ${server} refused it; it is tried again by itself. ${failure ?? ""}`.trim();
    case "unknown":
      return "Sending broke off: it may have arrived. It is not sent again by itself; ask the driver, or hand over the link.";
  }
}

const PURPOSES: Readonly<Record<string, string>> = { "route-dispatched": "Route for the day" };

/** "Route for the day"; words made of the stored name where it is new. */
export function purposeText(purpose: string): string {
  const plain = purpose.replaceAll("-", " ");
  return PURPOSES[purpose] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

const VIAS: Readonly<Record<string, string>> = {
  smtp: "Mail server",
  "sms-http": "SMS gateway",
  outbox: "This outbox",
};

/** What carried it, once something did. */
export function viaText(via: string): string {
  return VIAS[via] ?? via;
}
