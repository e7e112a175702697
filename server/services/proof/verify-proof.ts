import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { findEarlierUse, findProofs, lockProof, type ProofRow, updateProof } from "@/db/queries/proof/proofs";
import type { ProofRejection } from "@/server/domain/proof/proof";
import { sniffImage } from "@/server/domain/proof/sniff-image";
import type { DevelopedPhoto, PhotoLab } from "@/server/ports/photo-lab";
import { changed, command, unchanged } from "../kernel/command";
import { proofEvent } from "./proof-event";
import { incomingKey, pictureKey, thumbnailKey } from "./proof-keys";

type Findings =
  | { readonly ok: true; readonly photo: DevelopedPhoto; readonly cleanSha256: string }
  | { readonly ok: false; readonly why: ProofRejection };

/**
 * Looks at a picture in quarantine: is it what was announced, and a picture at all? What is kept is encoded anew, without
 * the file it came in; of a bad one only the record is. Answers true when the bytes that came are of no use any more.
 */
export const verifyProof = command({
  permission: "proof.review",
  input: z.object({ proofId: z.uuid() }),
  prepare: async ({ actor, ports, read }, { proofId }): Promise<Findings | null> => {
    const { organizationId } = actor;
    const [row] = await read((tx) => findProofs(tx, organizationId, [proofId]));
    if (row?.status !== "quarantined") return null;
    const bytes = await ports.blobs.get(incomingKey(organizationId, proofId));
    const findings = await examine(bytes ?? new Uint8Array(), row, ports.photos);
    if (findings.ok) {
      await ports.blobs.put(pictureKey(organizationId, proofId), findings.photo.clean);
      await ports.blobs.put(thumbnailKey(organizationId, proofId), findings.photo.thumbnail);
    }
    return findings;
  },
  run: async ({ tx, actor, now, prepared }, { proofId }) => {
    const { organizationId } = actor;
    const row = await lockProof(tx, organizationId, proofId);
    if (!row || row.status === "expected") return unchanged(false);
    if (row.status !== "quarantined" || prepared === null) return unchanged(true);
    if (!prepared.ok) {
      const { why } = prepared;
      await updateProof(tx, organizationId, proofId, { status: "rejected", rejection: why, updatedAt: now });
      return changed(true, [proofEvent("proof.rejected", row, { reason: why })]);
    }
    const { photo, cleanSha256 } = prepared;
    const reuseOf = (await findEarlierUse(tx, organizationId, row)) ?? null;
    await updateProof(tx, organizationId, proofId, {
      status: "verified",
      cleanSha256,
      cleanBytes: photo.clean.byteLength,
      widthPixels: photo.widthPixels,
      heightPixels: photo.heightPixels,
      exifTakenAt: photo.exifTakenAt,
      exifPosition: photo.exifPosition,
      brightness: photo.brightness,
      sharpness: photo.sharpness,
      reuseOf,
      updatedAt: now,
    });
    return changed(true, [proofEvent("proof.verified", row, { sha256: row.sha256, cleanSha256 })]);
  },
});

async function examine(
  bytes: Uint8Array,
  row: Pick<ProofRow, "bytes" | "sha256" | "contentType">,
  lab: PhotoLab,
): Promise<Findings> {
  if (bytes.byteLength !== row.bytes) return { ok: false, why: "wrong-length" };
  if (sha256(bytes) !== row.sha256) return { ok: false, why: "wrong-hash" };
  const type = sniffImage(bytes);
  if (type === undefined) return { ok: false, why: "not-an-image" };
  if (type !== row.contentType) return { ok: false, why: "other-type" };
  const developing = await lab.develop(bytes, type);
  if (!developing.ok) return developing;
  return { ok: true, photo: developing.photo, cleanSha256: sha256(developing.photo.clean) };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
