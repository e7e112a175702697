import "server-only";
import { z } from "zod";
import { findConnection, updateConnectionTest } from "@/db/queries/partner/connections";
import { insertExchanges } from "@/db/queries/partner/exchanges";
import { findPartner, lockPartner } from "@/db/queries/partner/partners";
import { findSimulation } from "@/db/queries/sandbox/simulations";
import { command, unchanged, untraced } from "../kernel/command";
import { found } from "../kernel/service-error";
import { carrierConnectionOf } from "./carrier-connection";
import { connectionTestOf } from "./connection-test";
import { exchangeRow } from "./keep-exchange";

/** Tries a partner's connection once more, as it is; null: it has none. What was said is kept with the other exchanges. */
export const tryPartner = command({
  permission: "fleet.write",
  input: z.object({ partnerId: z.uuid() }),
  prepare: async ({ actor, ports, read }, { partnerId }) => {
    const { organizationId } = actor;
    const known = await read(async (tx) => {
      found(await findPartner(tx, organizationId, partnerId), "partner");
      const row = await findConnection(tx, organizationId, partnerId);
      return { row, currency: "EUR", simulation: await findSimulation(tx, organizationId, partnerId) };
    });
    if (!known.row) return null;
    const connection = carrierConnectionOf(ports.secrets, organizationId, partnerId, known.row, known);
    return { id: known.row.id, told: await ports.carriers.test(connection) };
  },
  run: async (scope, { partnerId }) => {
    const { tx, actor, now, prepared } = scope;
    if (!prepared) return unchanged(null);
    const { organizationId } = actor;
    found(await lockPartner(tx, organizationId, partnerId), "partner");
    const test = connectionTestOf(prepared.told, now);
    await updateConnectionTest(tx, organizationId, prepared.id, test);
    if (test.outcome !== "skipped") {
      await insertExchanges(tx, [exchangeRow(scope, { partnerId, kind: "test" }, prepared.told)]);
    }
    return untraced(test);
  },
});
