import type { RouterOutput } from "@/components/lib/router-types";
import type { Words } from "@/components/lib/words/words";
import type { Tone } from "@/components/ui/badge";

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

/** What the status means for whoever waits for the driver to read the message. */
export function explainStatus(
  t: Words<"outbox">,
  { status, channel, failure }: Pick<Message, "status" | "channel" | "failure">,
): string {
  if (status === "queued" || status === "unknown") return t(`explain.${status}`);
  const text = t(`explain.${status}`, { channel });
  return status === "failed" && failure ? `${text} ${failure}` : text;
}

/** "Route for the day"; words made of the stored name where it is new. */
export function purposeText(t: Words<"outbox">, purpose: string): string {
  if (purpose === "route-dispatched" || purpose === "photo-asked") return t(`purpose.${purpose}`);
  const plain = purpose.replaceAll("-", " ");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const VIAS = ["smtp", "sms-http", "outbox"] as const;

/** What carried it, once something did. */
export function viaText(t: Words<"outbox">, via: string): string {
  const known = VIAS.find((each) => each === via);
  return known ? t(`via.${known}`) : via;
}
