import "server-only";
import { z } from "zod";
import { deletePaper, findUploads, lockUploads, type UploadRow } from "@/db/queries/proof/uploads";
import { changed, command } from "../kernel/command";
import { found } from "../kernel/service-error";
import { storedUploadKey } from "../proof/upload-keys";
import { ownerOf } from "./document-owner";

/**
 * Deletes a paper, its bytes first: one that was interrupted is still in the list and is deleted again. What it was and
 * the hash of its bytes stay in the log.
 */
export const deleteFleetDocument = command({
  permission: "fleet.write",
  input: z.object({ id: z.uuid() }),
  prepare: async ({ actor: { organizationId }, ports, read }, { id }) => {
    const [row] = await read((tx) => findUploads(tx, organizationId, [id]));
    const paper = found(row?.status === "stored" ? row : undefined, "document");
    found(ownerOf(paper), "document");
    await ports.blobs.delete(storedUploadKey(organizationId, id, paper.sha256!));
  },
  run: async ({ tx, actor: { organizationId } }, { id }) => {
    const [row] = await lockUploads(tx, organizationId, [id]);
    const paper = found(row, "document");
    await deletePaper(tx, organizationId, id);
    return changed({ id }, [documentDeleted(paper)]);
  },
});

/** That a paper is gone, with what it was. */
export function documentDeleted(paper: UploadRow) {
  const { entity, id: entityId } = ownerOf(paper)!;
  const { id: documentId, kind, title, number, expiresOn, sha256 } = paper;
  const data = { documentId, kind, title, number, expiresOn, sha256 };
  return { type: `${entity}.document-deleted` as const, entity, entityId, data };
}
