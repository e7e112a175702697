import type { RouterOutput } from "@/components/lib/router-types";
import type { Words } from "@/components/lib/words/words";
import type { Tone } from "@/components/ui/badge";
import { audienceOf } from "@/server/domain/message/message-purpose";

export type Message = RouterOutput["message"]["list"][number];
export type MessageStatus = Message["status"];

export const STATUS_TONES: Readonly<Record<MessageStatus, Tone>> = {
  queued: "neutral",
  sending: "info",
  sent: "ok",
  kept: "accent",
  failed: "alert",
  unknown: "warn",
};

const PURPOSES = [
  "route-dispatched",
  "route-changed",
  "route-withdrawn",
  "photo-asked",
  "partner-manifest",
  "partner-cancelled",
  "webhook-failing",
  "webhook-paused",
  "webhook-gone",
  "customer-note",
  "customer-dispatched",
  "customer-out-for-delivery",
  "customer-near",
  "customer-delayed",
  "customer-delivered",
  "customer-failed",
] as const;

/** What the status means for whoever waits for the message to be read. */
export function explainStatus(
  t: Words<"outbox">,
  message: Pick<Message, "status" | "channel" | "failure" | "purpose">,
): string {
  const { status, channel, failure } = message;
  const to = audienceOf(message.purpose);
  if (status === "queued") return t("explain.queued");
  if (status === "unknown") return t("explain.unknown", { to });
  if (status === "kept") return t("explain.kept", { channel, to });
  const text = t(`explain.${status}`, { channel });
  return status === "failed" && failure ? `${text} ${failure}` : text;
}

/** "Route for the day"; words made of the stored name where it is new. */
export function purposeText(t: Words<"outbox">, purpose: string): string {
  const known = PURPOSES.find((each) => each === purpose);
  if (known) return t(`purpose.${known}`);
  const plain = purpose.replaceAll("-", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const VIAS = ["smtp", "sms-http", "twilio", "outbox"] as const;

/** What carried it, once something did. */
export function viaText(t: Words<"outbox">, via: string): string {
  const known = VIAS.find((each) => each === via);
  return known ? t(`via.${known}`) : via;
}
