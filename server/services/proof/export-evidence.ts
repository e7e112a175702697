import "server-only";
import { z } from "zod";
import { findEndedVisits } from "@/db/queries/proof/evidence";
import { evidenceFlags } from "@/server/domain/proof/evidence-flags";
import { evidenceKeySchema } from "@/server/domain/proof/proof-schema";
import { isShown, type VisitEvidence } from "@/server/domain/proof/visit-evidence";
import type { BlobStore } from "@/server/ports/blob-store";
import type { EvidenceSheet, PressedPicture } from "@/server/ports/evidence-press";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { evidenceEvent } from "./evidence-event";
import { loadEvidence } from "./load-evidence";
import { pictureKey } from "./proof-keys";

/** The evidence of some visits as one file for somebody outside; that it was made, and of what, stands in the log. */
export const exportEvidence = command({
  permission: "proof.read",
  input: z.object({ stops: z.array(evidenceKeySchema).min(1).max(100), language: z.enum(["en", "es"]) }),
  prepare: async ({ actor, now, ports, read }, { stops, language }) => {
    const { organizationId } = actor;
    const evidence = await read(async (tx) =>
      loadEvidence(tx, organizationId, await findEndedVisits(tx, organizationId, stops)),
    );
    found(evidence.length === stops.length ? true : undefined, "stop");
    const sheets: EvidenceSheet[] = [];
    for (const each of evidence) {
      const pictures = await picturesOf(ports.blobs, organizationId, each);
      sheets.push({ evidence: each, flags: evidenceFlags(each), pictures });
    }
    return { sheets, file: await ports.evidence.press({ language, madeAt: now, madeBy: actor.label, sheets }) };
  },
  run: async ({ prepared: { sheets, file } }) =>
    changed(
      file,
      sheets.map(({ evidence, pictures }) =>
        evidenceEvent("proof.exported", evidence, { proofIds: pictures.map(({ proofId }) => proofId) }),
      ),
    ),
});

async function picturesOf(blobs: BlobStore, organizationId: string, { proofs }: VisitEvidence) {
  const pictures: PressedPicture[] = [];
  for (const { id, contentType } of proofs.filter(isShown)) {
    const bytes = await blobs.get(pictureKey(organizationId, id));
    if (bytes) pictures.push({ proofId: id, contentType, bytes });
  }
  return pictures;
}
