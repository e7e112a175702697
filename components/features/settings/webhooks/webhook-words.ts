import type { RouterOutput } from "@/components/lib/router-types";
import type { Words } from "@/components/lib/words/words";
import type { Tone } from "@/components/ui/badge";
import { WEBHOOK_TOPICS, type WebhookTopic } from "@/server/domain/webhook/webhook-topic";

export type Webhook = RouterOutput["webhook"]["list"][number];
export type WebhookFormat = RouterOutput["webhook"]["formats"][number];
export type Call = RouterOutput["webhook"]["messages"]["calls"][number];

/** So often an open log and what it says of its subscriber are looked at again. */
export const REFRESH_MS = 5000;

/** After so many failures in a row it is worth a look, though it is still tried. */
const FAILING_FROM = 3;

export type Condition = "fine" | "new" | "failing" | "paused" | "gone" | "off";

/** How a subscription is, in one word. */
export function conditionOf({ status, stopReason, consecutiveFailures, lastSuccessAt }: Webhook): Condition {
  if (status === "paused") return "paused";
  if (status === "disabled") return stopReason === "gone" ? "gone" : "off";
  if (consecutiveFailures >= FAILING_FROM) return "failing";
  return lastSuccessAt ? "fine" : "new";
}

export const CONDITION_TONES: Readonly<Record<Condition, Tone>> = {
  fine: "ok",
  new: "neutral",
  failing: "warn",
  paused: "alert",
  gone: "alert",
  off: "neutral",
};

export const CALL_TONES: Readonly<Record<Call["status"], Tone>> = {
  waiting: "info",
  delivered: "ok",
  failed: "alert",
  dropped: "neutral",
};

/** The topics of a list in groups by what they are about, in the order in which all are listed. */
export function topicGroups(topics: readonly WebhookTopic[]): [string, WebhookTopic[]][] {
  const groups = new Map<string, WebhookTopic[]>();
  for (const topic of WEBHOOK_TOPICS) {
    if (!topics.includes(topic)) continue;
    const about = topic.slice(0, topic.indexOf("."));
    groups.set(about, [...(groups.get(about) ?? []), topic]);
  }
  return [...groups];
}

/** What came back, or why nothing did: "HTTP 503", "no answer: …". */
export function answerText(t: Words<"settingsWebhooks">, status: number | null, failure: string | null): string {
  if (status !== null) return t("http", { status: String(status) });
  return failure ? t("noAnswer", { why: failure }) : "";
}
