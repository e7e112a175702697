import "server-only";
import { findEndedVisits } from "@/db/queries/proof/evidence";
import { evidenceFlags } from "@/server/domain/proof/evidence-flags";
import { evidenceKeySchema } from "@/server/domain/proof/proof-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadEvidence } from "./load-evidence";

/** Everything known of how one visit ended, but its pictures themselves, and the rules it breaks. */
export const readEvidence = query({
  permission: "proof.read",
  input: evidenceKeySchema,
  run: async ({ tx, actor }, key) => {
    const visits = await findEndedVisits(tx, actor.organizationId, [key]);
    const [evidence] = await loadEvidence(tx, actor.organizationId, visits);
    return { evidence: found(evidence, "stop"), flags: evidenceFlags(found(evidence, "stop")) };
  },
});
