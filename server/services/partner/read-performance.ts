import "server-only";
import { z } from "zod";
import { findPartner } from "@/db/queries/partner/partners";
import { selectPartnerPerformance } from "@/db/queries/partner/performance";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** How well a partner delivers what was made from `from` until before `to`. */
export const readPerformance = query({
  permission: "fleet.read",
  input: z.object({ partnerId: z.uuid(), from: z.date(), to: z.date() }),
  run: async ({ tx, actor, now }, { partnerId, from, to }) => {
    const { organizationId } = actor;
    const { sla } = found(await findPartner(tx, organizationId, partnerId), "partner");
    return { sla, ...(await selectPartnerPerformance(tx, organizationId, partnerId, { from, to, now })) };
  },
});
