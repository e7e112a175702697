import "server-only";
import { z } from "zod";
import { replaceConnection } from "@/db/queries/partner/connections";
import { insertExchanges } from "@/db/queries/partner/exchanges";
import { findPartner, lockPartner } from "@/db/queries/partner/partners";
import { isSandboxOrganization } from "@/db/queries/sandbox/sandboxes";
import { CONNECTORS, connectionSecretsSchema, connectionSettingsSchema } from "@/server/domain/partner/connection";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { sealSecrets } from "./carrier-connection";
import { exchangeRow } from "./keep-exchange";

/**
 * Says how a partner is reached from now on, and tries it. What is secret is sealed and never said again; what it
 * replaces is good for a day more (`SECRET_OVERLAP_MS`), then forgotten. Refuses manifests without an address. Kept also where the trial fails: the answer says so.
 */
export const connectPartner = command({
  permission: "fleet.write",
  input: z.object({
    partnerId: z.uuid(),
    connector: z.enum(CONNECTORS),
    settings: connectionSettingsSchema,
    secrets: connectionSecretsSchema,
  }),
  prepare: async ({ actor, ports, read }, { partnerId, connector, settings, secrets }) => {
    const { organizationId } = actor;
    if (connector === "manifest" && !settings.manifest) {
      throw new ServiceError("invalid", "To whom are manifests sent?", { reason: "invalid" });
    }
    const isSimulated = await read(async (tx) => {
      found(await findPartner(tx, organizationId, partnerId), "partner");
      return isSandboxOrganization(tx, organizationId);
    });
    const told = await ports.carriers.test({ connector, settings, secrets, currency: "EUR", isSimulated });
    return { told, sealed: sealSecrets(ports.secrets, organizationId, partnerId, secrets) };
  },
  run: async (scope, { partnerId, connector, settings }) => {
    const { tx, actor, now, newId, prepared } = scope;
    const { organizationId } = actor;
    found(await lockPartner(tx, organizationId, partnerId), "partner");
    const { told, sealed } = prepared;
    const outcome = told.outcome === "unknown" ? "failed" : told.outcome;
    const { message, exchange } = told;
    const test = { outcome, message, at: now.toISOString(), milliseconds: exchange.milliseconds };
    const id = newId();
    const row = { organizationId, id, partnerId, connector, settings, sealed, test, createdAt: now };
    const replacedId = (await replaceConnection(tx, row)) ?? null;
    if (outcome !== "skipped") await insertExchanges(tx, [exchangeRow(scope, { partnerId, kind: "test" }, told)]);
    const after = { connector, test: outcome, connectionId: id, ...(replacedId && { replacedId }) };
    return changed({ id, connector, settings, test, replacedId, createdAt: now }, [
      { type: "partner.connected", entity: "partner", entityId: partnerId, after },
    ]);
  },
});
