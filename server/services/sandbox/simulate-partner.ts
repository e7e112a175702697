import "server-only";
import { z } from "zod";
import { findPartner } from "@/db/queries/partner/partners";
import { putSimulation } from "@/db/queries/sandbox/simulations";
import { simulationSchema } from "@/server/domain/partner/simulation";
import { command, untraced } from "../kernel/command";
import { found } from "../kernel/service-error";
import { refuseReal } from "./refuse-real";

/** Has a sandbox's partner answer like this from now on. Refused outside a sandbox: nobody real is made to misbehave. */
export const simulatePartner = command({
  permission: "plan.dispatch",
  input: z.object({ partnerId: z.uuid(), simulation: simulationSchema }),
  run: async ({ tx, actor: { organizationId }, now }, { partnerId, simulation }) => {
    await refuseReal(tx, organizationId, "plan.dispatch");
    found(await findPartner(tx, organizationId, partnerId), "partner");
    await putSimulation(tx, { organizationId, partnerId, simulation, updatedAt: now });
    return untraced(simulation);
  },
});
