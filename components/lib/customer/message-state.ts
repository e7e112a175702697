import type { Tone } from "@/components/ui/badge";
import type { DoorMessage } from "./use-customer";

/** What has become of a message, in one word: its own fate until it is handed over, then the outbox's. */
export type MessageState =
  | "waiting"
  | "recalled"
  | "dropped"
  | "queued"
  | "sending"
  | "sent"
  | "kept"
  | "failed"
  | "unknown";

export function messageState({ status, outbox }: Pick<DoorMessage, "status" | "outbox">): MessageState {
  return status === "sent" && outbox ? outbox.status : status;
}

export const MESSAGE_TONES: Readonly<Record<MessageState, Tone>> = {
  waiting: "info",
  recalled: "neutral",
  dropped: "neutral",
  queued: "info",
  sending: "info",
  sent: "ok",
  kept: "info",
  failed: "alert",
  unknown: "warn",
};
