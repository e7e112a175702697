import "server-only";
import { z } from "zod";
import { findEndedVisitsOf } from "@/db/queries/proof/evidence";
import { evidenceFlags } from "@/server/domain/proof/evidence-flags";
import { isShown } from "@/server/domain/proof/visit-evidence";
import { query } from "../kernel/query";
import { loadEvidence } from "./load-evidence";

/** How the evidence of a delivery's visits stands, each that has ended; the first to end first. */
export const readDeliveryEvidence = query({
  permission: "proof.read",
  input: z.object({ deliveryId: z.uuid() }),
  run: async ({ tx, actor }, { deliveryId }) => {
    const visits = await findEndedVisitsOf(tx, actor.organizationId, deliveryId);
    return (await loadEvidence(tx, actor.organizationId, visits)).map((each) => ({
      routeId: each.routeId,
      visitId: each.visitId,
      date: each.date,
      timeZone: each.timeZone,
      role: each.role,
      completedAtMs: each.completion.atMs,
      pictures: each.proofs.filter(isShown).length,
      flags: evidenceFlags(each).map(({ kind }) => kind),
      ...each.review,
    }));
  },
});
