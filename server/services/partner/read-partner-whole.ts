import "server-only";
import { z } from "zod";
import { findConnection, findOverlapEnd } from "@/db/queries/partner/connections";
import { findPartner } from "@/db/queries/partner/partners";
import { SECRET_OVERLAP_MS } from "@/server/domain/partner/connection";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { openSecrets } from "./carrier-connection";

/** One partner with how it is reached; of what is secret, only whether it is there. */
export const readPartnerWhole = query({
  permission: "fleet.read",
  input: z.object({ id: z.uuid() }),
  prepare: async ({ ports }) => ports.secrets,
  run: async ({ tx, actor: { organizationId }, now, prepared: box }, { id }) => {
    const { organizationId: _own, ...partner } = found(await findPartner(tx, organizationId, id), "partner");
    const row = await findConnection(tx, organizationId, id);
    if (!row) return { ...partner, connection: null };
    const secrets = openSecrets(box, organizationId, id, row.sealed);
    const overlapEnd = await findOverlapEnd(tx, organizationId, id, SECRET_OVERLAP_MS);
    const connection = {
      id: row.id,
      connector: row.connector,
      settings: row.settings,
      test: row.test,
      createdAt: row.createdAt,
      hasApiKey: secrets?.apiKey !== undefined,
      hasSigningSecret: secrets?.signingSecret !== undefined,
      /** The key that sealed them is not here: what opens his server has to be said anew. */
      areSecretsLost: row.connector === "http" && secrets === null,
      /** The one before is still taken until then. */
      overlapUntil: overlapEnd && overlapEnd > now ? overlapEnd : null,
    };
    return { ...partner, connection };
  },
});
