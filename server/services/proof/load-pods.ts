import "server-only";
import type { Tx } from "@/db/client";
import { findEndedVisitsOf } from "@/db/queries/proof/evidence";
import { listPods, type PodDoor, type PodRow } from "@/db/queries/proof/pods";
import { findProofs, type ProofRow } from "@/db/queries/proof/proofs";
import { listPodUploads, type UploadRow } from "@/db/queries/proof/uploads";
import type { PodFileKind } from "@/server/domain/proof/upload";
import type { VisitEvidence } from "@/server/domain/proof/visit-evidence";
import { loadEvidence } from "./load-evidence";
import { pictureKey } from "./proof-keys";
import { storedUploadKey } from "./upload-keys";

/** A file of a door's evidence, as it is kept. */
export interface PodFile {
  readonly id: string;
  readonly kind: PodFileKind;
  readonly contentType: string;
  /** Of the bytes kept under `key`, hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** Of the file a driver's device sent, where only the picture in it is kept. */
  readonly sent: { readonly sha256: string; readonly bytes: number } | null;
  readonly isRecognized: boolean;
  readonly storedAt: Date;
  readonly clearedAt: Date | null;
  readonly key: string;
}

/** All that was kept of one door as evidence, whoever sent it. */
export interface Pod extends PodDoor {
  readonly notes: string;
  readonly recipientName: string;
  readonly deliveredAt: Date;
  /** Null: nobody but its driver, on his own page. */
  readonly registeredAt: Date | null;
  readonly registeredBy: string;
  readonly files: readonly PodFile[];
}

/**
 * The evidence of a delivery's doors, in their order: what was registered, and what drivers have put down on their pages
 * as they delivered. Doors of which there is neither are left out.
 */
export async function loadPods(tx: Tx, organizationId: string, doors: readonly PodDoor[]): Promise<readonly Pod[]> {
  const [first] = doors;
  if (!first) return [];
  const { deliveryId } = first;
  const registered = await listPods(tx, organizationId, deliveryId);
  const uploads = await listPodUploads(tx, organizationId, deliveryId);
  const ended = await loadEvidence(tx, organizationId, await findEndedVisitsOf(tx, organizationId, deliveryId));
  const proofIds = ended.flatMap(({ proofs }) => proofs.map(({ id }) => id));
  const proofs = new Map((await findProofs(tx, organizationId, proofIds)).map((row) => [row.id, row]));
  return doors.flatMap((door) => {
    const row = registered.find(({ visitId }) => visitId === door.visitId);
    const own = uploads.filter(({ visitId }) => visitId === door.visitId).map(fileOfUpload);
    const delivered = ended.filter(
      ({ visitId, completion: { outcome } }) =>
        visitId === door.visitId && (outcome === "delivered" || outcome === "partial"),
    );
    const evidence = delivered.at(-1);
    if (!row && !evidence) return [];
    const names = new Set(own.map(({ id }) => id));
    const taken = (evidence?.proofs ?? []).flatMap(({ id }) => (names.has(id) ? [] : fileOfProof(proofs.get(id))));
    return [{ ...door, ...saidOf(row, evidence), files: [...own, ...taken] }];
  });
}

function saidOf(row: PodRow | undefined, evidence: VisitEvidence | undefined) {
  const completion = evidence?.completion;
  return {
    ...(evidence && { routeId: evidence.routeId, planId: evidence.planId, driverId: evidence.driverId }),
    ...(row && { routeId: row.routeId, driverId: row.driverId }),
    notes: row?.notes || completion?.note || "",
    recipientName: row?.recipientName || completion?.recipientName || "",
    deliveredAt: row?.deliveredAt ?? new Date(completion!.atMs),
    registeredAt: row?.createdAt ?? null,
    registeredBy: row?.registeredBy ?? evidence?.driverName ?? "",
  };
}

/** A file that a program registered. */
export function fileOfUpload({ organizationId, ...row }: UploadRow): PodFile {
  return {
    id: row.id,
    kind: row.kind as PodFileKind,
    contentType: row.contentType,
    sha256: row.sha256!,
    bytes: row.bytes!,
    sent: null,
    isRecognized: row.isRecognized!,
    storedAt: row.storedAt!,
    clearedAt: row.clearedAt,
    key: storedUploadKey(organizationId, row.id, row.sha256!),
  };
}

/** Of pictures taken on a driver's page the picture alone is kept, once it has been looked at. */
export function fileOfProof(row: ProofRow | undefined): PodFile[] {
  if (row?.status !== "verified" || row.cleanSha256 === null || row.cleanBytes === null) return [];
  const { organizationId, id, kind, contentType, clearedAt } = row;
  return [
    {
      ...{ id, kind, contentType, clearedAt },
      sha256: row.cleanSha256,
      bytes: row.cleanBytes,
      sent: { sha256: row.sha256, bytes: row.bytes },
      isRecognized: true,
      storedAt: row.receivedAt ?? row.createdAt,
      key: pictureKey(organizationId, id),
    },
  ];
}
