import type { WebhookFormats } from "@/server/services/webhook/webhook-format";
import type { Dialect } from "./dialect";

/** How each dialect writes to its subscribers, of those that do. */
export function webhookFormatsOf(dialects: readonly Dialect[]): WebhookFormats {
  return new Map(dialects.flatMap(({ name, webhooks }) => (webhooks ? [[name, webhooks] as const] : [])));
}
