import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import {
  type DocumentOwner,
  deletePaper,
  findUploads,
  lockUploads,
  type UploadRow,
  updateUpload,
} from "@/db/queries/proof/uploads";
import { UPLOAD_URL_SECONDS, type UploadFault } from "@/server/domain/proof/upload";
import { documentDeleted } from "../fleet/delete-fleet-document";
import { ownerOf } from "../fleet/document-owner";
import { changed, changedQuietly, command, type Outcome, unchanged } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found, ServiceError } from "../kernel/service-error";
import { examineUpload } from "./examine-upload";
import { uploadError } from "./upload-error";
import { incomingUploadKey, storedUploadKey } from "./upload-keys";

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
  const { fault, replaced } = await settle(services, { uploadId });
  await forgetIncoming(services, uploadId);
  await forgetReplaced(services, replaced);
  if (fault !== null && fault !== "missing") throw uploadError([{ id: uploadId, fault }]);
}

/** Looks whether a file has come to a store that does not say. Asks again later while it may come. */
export async function findArrivedUpload(services: ServiceContext, uploadId: string): Promise<void> {
  const { fault, replaced } = await settle(services, { uploadId });
  if (fault !== "missing") await forgetIncoming(services, uploadId);
  await forgetReplaced(services, replaced);
}

/** Deletes the bytes an address has led to, once they are kept elsewhere or are of no use. */
export async function forgetIncoming({ actor, ports }: ServiceContext, uploadId: string): Promise<void> {
  await ports.blobs.delete(incomingUploadKey(actor.organizationId, uploadId));
}

interface Settled {
  readonly fault: UploadFault | null;
  /** Whose bytes are of no use any more. */
  readonly replaced: UploadRow | null;
}

/** Deletes the bytes of a paper that another has taken the place of. Its record is gone, so nobody is shown them. */
async function forgetReplaced({ actor, ports }: ServiceContext, replaced: UploadRow | null): Promise<void> {
  if (replaced?.sha256) await ports.blobs.delete(storedUploadKey(actor.organizationId, replaced.id, replaced.sha256));
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
  ): Promise<Outcome<Settled>> => {
    const [row] = await lockUploads(tx, organizationId, [uploadId]);
    if (!row || !examined || row.status !== "expected") return unchanged({ fault: null, replaced: null });
    const owner = ownerOf(row);
    if (!examined.ok) {
      const mayCome = examined.fault === "missing" && now.getTime() - row.createdAt.getTime() < PATIENCE_MS;
      if (mayCome && owner !== null) await enqueue("find-upload", { uploadId });
      return changedQuietly({ fault: examined.fault, replaced: null });
    }
    const { bytes, sha256, isRecognized } = examined;
    const stored = { status: "stored" as const, bytes, sha256, isRecognized, storedAt: now, updatedAt: now };
    await updateUpload(tx, organizationId, uploadId, stored);
    if (owner === null) return changedQuietly({ fault: null, replaced: null });
    const replaced = await takeReplaced(tx, organizationId, row);
    const gone = replaced ? [documentDeleted(replaced)] : [];
    return changed({ fault: null, replaced }, [documentStored(row, owner, sha256, bytes), ...gone]);
  },
});

/** The paper a new one takes the place of, off the record; null: there is none, or not any more. */
async function takeReplaced(tx: Tx, organizationId: string, { replacesId }: UploadRow): Promise<UploadRow | null> {
  if (replacesId === null) return null;
  const [replaced] = await lockUploads(tx, organizationId, [replacesId]);
  if (!replaced || ownerOf(replaced) === null) return null;
  await deletePaper(tx, organizationId, replacesId);
  return replaced;
}

function documentStored(
  { id, kind, title, number, expiresOn }: UploadRow,
  { entity, id: entityId }: DocumentOwner,
  sha256: string,
  bytes: number,
) {
  const data = { documentId: id, kind, ...(title && { title }), ...(number && { number }), expiresOn, sha256, bytes };
  return { type: `${entity}.document-stored` as const, entity, entityId, data };
}
