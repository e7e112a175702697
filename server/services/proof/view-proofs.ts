import "server-only";
import { findEndedVisits } from "@/db/queries/proof/evidence";
import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import { evidenceKeySchema } from "@/server/domain/proof/proof-schema";
import { isShown } from "@/server/domain/proof/visit-evidence";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { evidenceEvent } from "./evidence-event";
import { loadEvidence } from "./load-evidence";
import { signPicture } from "./sign-picture";

/** Shows a visit's pictures. Who has looked at them stands in the log from then on, whether the browser fetches them or not. */
export const viewProofs = command({
  permission: "proof.read",
  input: evidenceKeySchema,
  prepare: async (scope, key) => {
    const { organizationId } = scope.actor;
    const [evidence] = await scope.read(async (tx) =>
      loadEvidence(tx, organizationId, await findEndedVisits(tx, organizationId, [key])),
    );
    const { proofs } = found(evidence, "stop");
    const pictures = await Promise.all(proofs.filter(isShown).map((proof) => signPicture(scope, proof)));
    return { evidence: found(evidence, "stop"), pictures };
  },
  run: async ({ now, prepared: { evidence, pictures } }) => {
    const expiresAt = new Date(now.getTime() + PROOF_URL_SECONDS * 1000).toISOString();
    const result = { pictures, expiresAt };
    if (pictures.length === 0) return unchanged(result);
    const proofIds = pictures.map(({ proofId }) => proofId);
    return changed(result, [evidenceEvent("proof.viewed", evidence, { proofIds })]);
  },
});
