import { createHash } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import type { EvidenceBundle, EvidencePress, EvidenceSheet } from "@/server/ports/evidence-press";
import { drawEvidence } from "./draw-evidence";

/** A ZIP of `evidence.pdf`, `pictures/…` and `manifest.json`, which says the hash of everything beside it. */
export const zipEvidencePress: EvidencePress = {
  async press(bundle) {
    const pdf = await drawEvidence(bundle);
    const pictures = Object.fromEntries(
      bundle.sheets.flatMap(({ pictures }) =>
        pictures.map(({ proofId, contentType, bytes }) => [pathOf(proofId, contentType), bytes]),
      ),
    );
    const manifest = strToU8(JSON.stringify(manifestOf(bundle, pdf), null, 2));
    // Pictures are packed already.
    return zipSync({ "manifest.json": manifest, "evidence.pdf": pdf, ...pictures }, { level: 0, mtime: bundle.madeAt });
  },
};

function pathOf(proofId: string, contentType: string): string {
  return `pictures/${proofId}.${contentType === "image/jpeg" ? "jpg" : contentType.replace("image/", "")}`;
}

function manifestOf({ madeAt, madeBy, sheets }: EvidenceBundle, pdf: Uint8Array) {
  return {
    format: "dray-evidence/1",
    madeAt: madeAt.toISOString(),
    madeBy,
    files: [
      { path: "evidence.pdf", sha256: sha256(pdf), bytes: pdf.byteLength },
      ...sheets.flatMap(({ pictures }) =>
        pictures.map(({ proofId, contentType, bytes }) => ({
          path: pathOf(proofId, contentType),
          sha256: sha256(bytes),
          bytes: bytes.byteLength,
        })),
      ),
    ],
    stops: sheets.map(stopOf),
  };
}

function stopOf({ evidence, flags }: EvidenceSheet) {
  const { completion, review } = evidence;
  const instant = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  return {
    routeId: evidence.routeId,
    visitId: evidence.visitId,
    order: evidence.externalId,
    driver: evidence.driverName,
    address: { street: evidence.street, town: evidence.town, position: evidence.address },
    outcome: completion.outcome,
    reason: completion.reason,
    recipient: completion.recipientName,
    note: completion.note,
    position: completion.position,
    arrivedAt: instant(evidence.arrivedAtMs),
    completedAt: instant(completion.atMs),
    receivedAt: instant(evidence.receivedAtMs),
    clockSkewSeconds: evidence.skewSeconds,
    answers: completion.answers,
    review: { ...review, reviewedAtMs: undefined, reviewedAt: instant(review.reviewedAtMs) },
    flags,
    proofs: evidence.proofs.map((proof) => ({
      id: proof.id,
      kind: proof.kind,
      status: proof.status,
      rejection: proof.rejection,
      /** As the driver sent it; the file in this bundle is that picture encoded anew. */
      sentSha256: proof.sha256,
      sentBytes: proof.bytes,
      keptSha256: proof.cleanSha256,
      takenAt: instant(proof.takenAtMs),
      receivedAt: instant(proof.receivedAtMs),
      /** When the picture was deleted, as the project keeps them; null: it lies in this bundle. */
      deletedAt: instant(proof.clearedAtMs),
      position: proof.position,
      camera: { takenAt: instant(proof.exifTakenAtMs), position: proof.exifPosition },
      reuseOf: proof.reuseOf,
    })),
  };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
