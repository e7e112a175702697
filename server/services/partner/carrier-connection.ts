import "server-only";
import type { PartnerConnectionRow } from "@/db/queries/partner/connections";
import { type ConnectionSecrets, connectionSecretsSchema } from "@/server/domain/partner/connection";
import type { CarrierConnection } from "@/server/ports/carrier";
import { CannotOpen, type SecretBox } from "@/server/ports/secret-box";

/** What a partner's secrets are sealed for: they open for no other. */
export const connectionSubject = (organizationId: string, partnerId: string) =>
  `partner ${organizationId}/${partnerId}`;

export function sealSecrets(
  box: SecretBox,
  organizationId: string,
  partnerId: string,
  secrets: ConnectionSecrets,
): string {
  return box.seal(JSON.stringify(secrets), connectionSubject(organizationId, partnerId));
}

/** Null: the key that sealed them is not here any more, and they have to be said anew. */
export function openSecrets(
  box: SecretBox,
  organizationId: string,
  partnerId: string,
  sealed: string | null,
): ConnectionSecrets | null {
  if (sealed === null) return { others: {} };
  try {
    return connectionSecretsSchema.parse(JSON.parse(box.open(sealed, connectionSubject(organizationId, partnerId))));
  } catch (error) {
    if (error instanceof CannotOpen) return null;
    throw error;
  }
}

/** True where a partner's server takes secrets that cannot be opened any more: it cannot be asked till it has others. */
export function areSecretsLost({ connector, secrets, simulation }: CarrierConnection): boolean {
  return connector === "http" && simulation === null && secrets === null;
}

/** A partner as its server is asked; one who has said nothing is reckoned by the assumed price list. */
export function carrierConnectionOf(
  box: SecretBox,
  organizationId: string,
  partnerId: string,
  row: PartnerConnectionRow | undefined,
  { currency, simulation }: Pick<CarrierConnection, "currency" | "simulation">,
): CarrierConnection {
  if (!row) return { connector: "tariff", settings: {}, secrets: { others: {} }, currency, simulation };
  const secrets = openSecrets(box, organizationId, partnerId, row.sealed);
  return { connector: row.connector, settings: row.settings, secrets, currency, simulation };
}
