import type { WebhookRow } from "@/db/queries/webhook/webhooks";

/** A subscription as it may be shown: whether it has a secret, never which. */
export function shownWebhook({ secret, formerSecret: _former, organizationId: _organization, ...rest }: WebhookRow) {
  return { ...rest, hasSecret: secret !== null };
}
export type ShownWebhook = ReturnType<typeof shownWebhook>;
