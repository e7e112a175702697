import "server-only";
import { z } from "zod";
import { findUploads, lockUploads, type UploadRow, updateUpload } from "@/db/queries/proof/uploads";
import { UPLOAD_URL_SECONDS, type UploadFault } from "@/server/domain/proof/upload";
import { changed, changedQuietly, command, type Outcome, unchanged } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found, ServiceError } from "../kernel/service-error";
import { examineUpload } from "./examine-upload";
import { uploadError } from "./upload-error";
import { incomingUploadKey } from "./upload-keys";

/** A sender who was given an address in its last second may take minutes with the bytes. */
const PATIENCE_MS = 2 * UPLOAD_URL_SECONDS * 1000;

/** Refuses bytes for an address that has served: one address, one file. */
export const refuseSpentUpload = query({
  permission: "proof.review",
  input: z.object({ uploadId: z.uuid() }),
  run: async ({ tx, actor }, { uploadId }) => {
    const [row] = await findUploads(tx, actor.organizationId, [uploadId]);
    if (found(row, "proof").status === "expected") return;
    throw new ServiceError("conflict", "This address has served: ask for another one.", { reason: "upload-spent" });
  },
});

/** Takes in a file whose bytes have just come; refuses, and deletes, what is not the file that was announced. */
export async function receiveUpload(services: ServiceContext, uploadId: string): Promise<void> {
  const { fault } = await settle(services, { uploadId });
  await forgetIncoming(services, uploadId);
  if (fault !== null && fault !== "missing") throw uploadError([{ id: uploadId, fault }]);
}

/** Looks whether a file has come to a store that does not say. Asks again later while it may come. */
export async function findArrivedUpload(services: ServiceContext, uploadId: string): Promise<void> {
  const { fault } = await settle(services, { uploadId });
  if (fault !== "missing") await forgetIncoming(services, uploadId);
}

/** Deletes the bytes an address has led to, once they are kept elsewhere or are of no use. */
export async function forgetIncoming({ actor, ports }: ServiceContext, uploadId: string): Promise<void> {
  await ports.blobs.delete(incomingUploadKey(actor.organizationId, uploadId));
}

const settle = command({
  permission: "proof.review",
  input: z.object({ uploadId: z.uuid() }),
  prepare: async ({ actor: { organizationId }, ports, read }, { uploadId }) => {
    const [row] = await read((tx) => findUploads(tx, organizationId, [uploadId]));
    return row?.status === "expected" ? examineUpload(ports.blobs, organizationId, row) : null;
  },
  run: async (
    { tx, actor: { organizationId }, now, prepared: examined, enqueue },
    { uploadId },
  ): Promise<Outcome<{ readonly fault: UploadFault | null }>> => {
    const [row] = await lockUploads(tx, organizationId, [uploadId]);
    if (!row || !examined || row.status !== "expected") return unchanged({ fault: null });
    if (!examined.ok) {
      const mayCome = examined.fault === "missing" && now.getTime() - row.createdAt.getTime() < PATIENCE_MS;
      if (mayCome && row.driverId !== null) await enqueue("find-upload", { uploadId });
      return changedQuietly({ fault: examined.fault });
    }
    const { bytes, sha256, isRecognized } = examined;
    const stored = { status: "stored" as const, bytes, sha256, isRecognized, storedAt: now, updatedAt: now };
    await updateUpload(tx, organizationId, uploadId, stored);
    if (row.driverId === null) return changedQuietly({ fault: null });
    return changed({ fault: null }, [documentStored(row, sha256, bytes)]);
  },
});

function documentStored({ id, driverId, kind, expiresOn }: UploadRow, sha256: string, bytes: number) {
  return {
    type: "driver.document-stored" as const,
    entity: "driver",
    entityId: driverId!,
    data: { documentId: id, kind, expiresOn, sha256, bytes },
  };
}
