import { idFromHex24, idToHex24 } from "../ids";
import type { WebhookMessage } from "./webhook-topic";

const SEQ_DIGITS = 11;
const PATTERN = new RegExp(`^([0-9a-f]{${SEQ_DIGITS}})([0-9a-f]{24})([0-9a-z]+)$`);

/**
 * A message's name: the same whenever and to whomever it is sent, so that who gets it twice knows. It carries the number
 * of the log's entry, what it is about, and the topic, by its place among the entry's.
 */
export function messageId({ seq, subjectId }: Pick<WebhookMessage, "seq" | "subjectId">, ordinal: number): string {
  return seq.toString(16).padStart(SEQ_DIGITS, "0") + idToHex24(subjectId) + ordinal.toString(36);
}

/** The number of the log's entry a message's name carries; undefined for what is no such name. */
export function seqOfMessageId(name: string): number | undefined {
  const [, seq, subject] = PATTERN.exec(name) ?? [];
  return seq && subject && idFromHex24(subject) ? Number.parseInt(seq, 16) : undefined;
}
