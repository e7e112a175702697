import "server-only";
import { findEndedVisits } from "@/db/queries/proof/evidence";
import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import { evidenceKeySchema } from "@/server/domain/proof/proof-schema";
import { isShown } from "@/server/domain/proof/visit-evidence";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { evidenceEvent } from "./evidence-event";
import { loadEvidence } from "./load-evidence";
import { pictureKey, THUMBNAIL_TYPE, thumbnailKey } from "./proof-keys";

/** Where a picture can be looked at for the next minutes. */
export interface ShownPicture {
  readonly proofId: string;
  readonly url: string;
  readonly thumbnailUrl: string;
}

/** Shows a visit's pictures. Who has looked at them stands in the log from then on, whether the browser fetches them or not. */
export const viewProofs = command({
  permission: "proof.read",
  input: evidenceKeySchema,
  prepare: async ({ actor, now, ports, read }, key) => {
    const { organizationId } = actor;
    const [evidence] = await read(async (tx) =>
      loadEvidence(tx, organizationId, await findEndedVisits(tx, organizationId, [key])),
    );
    const { proofs } = found(evidence, "stop");
    const terms = { now, seconds: PROOF_URL_SECONDS };
    const pictures: ShownPicture[] = [];
    for (const { id, contentType } of proofs.filter(isShown)) {
      pictures.push({
        proofId: id,
        url: await ports.blobs.signDownload(pictureKey(organizationId, id), { contentType, ...terms }),
        thumbnailUrl: await ports.blobs.signDownload(thumbnailKey(organizationId, id), {
          contentType: THUMBNAIL_TYPE,
          ...terms,
        }),
      });
    }
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
