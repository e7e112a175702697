import type { WebhookRow } from "@/db/queries/webhook/webhooks";
import type { SecretBox } from "@/server/ports/secret-box";

/** What a subscriber's secrets are sealed for: they open for no other. */
export function secretSubject({ organizationId, id }: Pick<WebhookRow, "organizationId" | "id">): string {
  return `webhook ${organizationId}/${id}`;
}

/** The secrets a subscriber's messages are signed with now, the newest first. */
export function openSecrets(
  box: SecretBox,
  row: Pick<WebhookRow, "organizationId" | "id" | "secret" | "formerSecret" | "formerSecretUntil">,
  now: Date,
): string[] {
  const isFormerGood = row.formerSecretUntil !== null && row.formerSecretUntil > now;
  return [row.secret, isFormerGood ? row.formerSecret : null].flatMap((sealed) =>
    sealed === null ? [] : [box.open(sealed, secretSubject(row))],
  );
}
