import "server-only";
import { z } from "zod";
import { findConnection } from "@/db/queries/partner/connections";
import { insertExchanges } from "@/db/queries/partner/exchanges";
import { findPartner } from "@/db/queries/partner/partners";
import { findHomeProject } from "@/db/queries/project/find-project";
import { findSimulation } from "@/db/queries/sandbox/simulations";
import type { Permission } from "@/server/domain/access/permissions";
import type { CarrierJob } from "@/server/ports/carrier";
import { command, untraced } from "../kernel/command";
import { found } from "../kernel/service-error";
import { carrierConnectionOf } from "./carrier-connection";
import { exchangeRow } from "./keep-exchange";

/** Of an organization that has no project yet. */
const CURRENCY = "EUR";

/** Asks a partner, or its price list, what a job would cost. Nothing is ordered; only the conversation is kept. */
const asking = (permission: Permission) =>
  command({
    permission,
    input: z.object({
      partnerId: z.uuid(),
      job: z.custom<CarrierJob>((value) => typeof value === "object" && value !== null),
    }),
    prepare: async ({ actor, ports, read }, { partnerId, job }) => {
      const { organizationId } = actor;
      const known = await read(async (tx) => ({
        partner: found(await findPartner(tx, organizationId, partnerId), "partner"),
        row: await findConnection(tx, organizationId, partnerId),
        simulation: await findSimulation(tx, organizationId, partnerId),
        currency: (await findHomeProject(tx, organizationId))?.currency ?? CURRENCY,
      }));
      const connection = carrierConnectionOf(ports.secrets, organizationId, partnerId, known.row, known);
      const connector = connection.simulation ? "tariff" : connection.connector;
      const isAssumed = connector === "tariff" && !connection.settings.tariff;
      return { told: await ports.carriers.quote(connection, job), connector, isAssumed };
    },
    run: async (scope, { partnerId }) => {
      const { told, connector, isAssumed } = scope.prepared;
      await insertExchanges(scope.tx, [exchangeRow(scope, { partnerId, kind: "quote" }, told)]);
      const { exchange: _, ...answer } = told;
      return untraced({ connector, isAssumed, answer });
    },
  });

/** What a delivery that is to be handed over would cost with this partner. */
export const quoteRate = asking("plan.dispatch");

/** The same of a made-up job: whoever sets a partner up sees what comes of its prices. */
export const trySampleRate = asking("fleet.write");
