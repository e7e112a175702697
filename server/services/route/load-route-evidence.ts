import "server-only";
import type { Tx } from "@/db/client";
import { findProofs } from "@/db/queries/proof/proofs";
import { listRegisteredFiles, listRegisteredPods } from "@/db/queries/route/route-evidence";
import type { RouteStopRow } from "@/db/queries/route/route-records";
import type { PodFileKind } from "@/server/domain/proof/upload";
import { pictureKey } from "../proof/proof-keys";
import { storedUploadKey } from "../proof/upload-keys";

export interface EvidenceFile {
  readonly id: string;
  readonly kind: PodFileKind;
  readonly storedAt: Date;
  readonly url: string;
}

/** A door's evidence as far as it may be looked at. */
export interface DoorEvidence {
  readonly notes: string;
  readonly files: readonly EvidenceFile[];
}
export const NO_EVIDENCE: DoorEvidence = { notes: "", files: [] };

type Unsigned = Omit<EvidenceFile, "url"> & { readonly key: string; readonly contentType: string };

/** The evidence of stops, whoever sent it, without what is deleted or not looked at yet; `sign` makes its addresses. */
export async function loadRouteEvidence(tx: Tx, organizationId: string, stops: readonly RouteStopRow[]) {
  const deliveryIds = [...new Set(stops.map(({ deliveryId }) => deliveryId))];
  const uploads = await listRegisteredFiles(tx, organizationId, deliveryIds);
  const pods = new Map((await listRegisteredPods(tx, organizationId, deliveryIds)).map((pod) => [pod.visitId, pod]));
  const proofIds = [...new Set(stops.flatMap(({ completion }) => completion?.proofIds ?? []))];
  const proofs = new Map((await findProofs(tx, organizationId, proofIds)).map((proof) => [proof.id, proof]));
  const doors = stops.map(({ visitId, completion }) => {
    const own = uploads.flatMap((row): Unsigned[] => {
      if (row.visitId !== visitId || row.clearedAt !== null || !row.sha256 || !row.storedAt) return [];
      const { id, contentType, storedAt, sha256 } = row;
      return [
        { id, kind: row.kind as PodFileKind, contentType, storedAt, key: storedUploadKey(organizationId, id, sha256) },
      ];
    });
    const names = new Set(own.map(({ id }) => id));
    const taken = (completion?.proofIds ?? []).flatMap((id): Unsigned[] => {
      const row = names.has(id) ? undefined : proofs.get(id);
      if (row?.status !== "verified" || row.clearedAt !== null) return [];
      const { kind, contentType, receivedAt, createdAt } = row;
      return [{ id, kind, contentType, storedAt: receivedAt ?? createdAt, key: pictureKey(organizationId, id) }];
    });
    return { visitId, notes: pods.get(visitId)?.notes || completion?.note || "", files: [...own, ...taken] };
  });
  return {
    sign: async (address: (key: string, contentType: string) => Promise<string>) => {
      const signed = new Map<string, DoorEvidence>();
      for (const { visitId, notes, files } of doors) {
        const shown: EvidenceFile[] = [];
        for (const { key, contentType, ...file } of files) {
          shown.push({ ...file, url: await address(key, contentType) });
        }
        signed.set(visitId, { notes, files: shown });
      }
      return signed;
    },
  };
}
