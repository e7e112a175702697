import "server-only";
import { z } from "zod";
import { findConnection, replaceConnection } from "@/db/queries/partner/connections";
import { insertExchanges } from "@/db/queries/partner/exchanges";
import { findPartner, lockPartner } from "@/db/queries/partner/partners";
import { findSimulation } from "@/db/queries/sandbox/simulations";
import {
  CONNECTORS,
  changedSecrets,
  connectionSecretsSchema,
  connectionSettingsSchema,
} from "@/server/domain/partner/connection";
import { changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { openSecrets, sealSecrets } from "./carrier-connection";
import { connectionTestOf } from "./connection-test";
import { exchangeRow } from "./keep-exchange";

/**
 * Says how a partner is reached from now on, and tries it. What is secret is sealed and never said again; what it
 * replaces is good for a day more (`SECRET_OVERLAP_MS`), then forgotten. Refuses manifests without an address. Kept also where the trial fails: the answer says so.
 * Refused as `stale` when the partner is not connected by `replaces` any more.
 */
export const connectPartner = command({
  permission: "fleet.write",
  input: z.object({
    partnerId: z.uuid(),
    connector: z.enum(CONNECTORS),
    settings: connectionSettingsSchema,
    secrets: connectionSecretsSchema.partial(),
    /** Secrets that are left out stay; to another address none may (`changedSecrets`). */
    isKeeping: z.boolean().default(false),
    /** The connection that was seen; null: there was none. */
    replaces: z.uuid().nullable().optional(),
  }),
  prepare: async ({ actor, ports, read }, { partnerId, connector, settings, secrets: said, isKeeping, replaces }) => {
    const { organizationId } = actor;
    if (connector === "manifest" && !settings.manifest) {
      throw new ServiceError("invalid", "To whom are manifests sent?", { reason: "invalid" });
    }
    const { simulation, row } = await read(async (tx) => {
      found(await findPartner(tx, organizationId, partnerId), "partner");
      const row = await findConnection(tx, organizationId, partnerId);
      return { simulation: await findSimulation(tx, organizationId, partnerId), row };
    });
    const seenId = row?.id ?? null;
    if (replaces !== undefined && replaces !== seenId) throw stale();
    const before = row && {
      settings: row.settings,
      // What nobody can open any more cannot stay.
      secrets: openSecrets(ports.secrets, organizationId, partnerId, row.sealed) ?? { others: {} },
    };
    const secrets =
      before && isKeeping ? changedSecrets(before, settings, said) : connectionSecretsSchema.parse({ ...said });
    if (!secrets) {
      throw new ServiceError("refused", "To another address the secrets have to be said anew.", {
        reason: "secrets-needed",
      });
    }
    const told = await ports.carriers.test({ connector, settings, secrets, currency: "EUR", simulation });
    return { told, seenId, sealed: sealSecrets(ports.secrets, organizationId, partnerId, secrets) };
  },
  run: async (scope, { partnerId, connector, settings, isKeeping, replaces }) => {
    const { tx, actor, now, newId, prepared } = scope;
    const { organizationId } = actor;
    found(await lockPartner(tx, organizationId, partnerId), "partner");
    const { told, sealed, seenId } = prepared;
    const isSeen = isKeeping || replaces !== undefined;
    if (isSeen && ((await findConnection(tx, organizationId, partnerId))?.id ?? null) !== seenId) throw stale();
    const test = connectionTestOf(told, now);
    const id = newId();
    const row = { organizationId, id, partnerId, connector, settings, sealed, test, createdAt: now };
    const replacedId = (await replaceConnection(tx, row)) ?? null;
    if (test.outcome !== "skipped") await insertExchanges(tx, [exchangeRow(scope, { partnerId, kind: "test" }, told)]);
    const after = { connector, test: test.outcome, connectionId: id, ...(replacedId && { replacedId }) };
    return changed({ id, connector, settings, test, replacedId, createdAt: now }, [
      { type: "partner.connected", entity: "partner", entityId: partnerId, after },
    ]);
  },
});

const stale = () =>
  new ServiceError("stale", "Somebody connected this partner otherwise in the meantime.", { reason: "stale" });
