import "server-only";
import { z } from "zod";
import { listOwnedUploads } from "@/db/queries/proof/uploads";
import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import { changed, command, unchanged } from "../kernel/command";
import { storedUploadKey } from "../proof/upload-keys";
import { documentOwnerSchema, ownersToday } from "./document-owner";

/** The papers of a driver or a vehicle, where each can be read for some minutes. Who has looked stands in the log from then on. */
export const viewFleetDocuments = command({
  permission: "fleet.write",
  input: z.object({ owner: documentOwnerSchema }),
  prepare: async ({ actor: { organizationId }, ports, now, read }, { owner }) => {
    const rows = await read(async (tx) => {
      await ownersToday(tx, organizationId, owner, now);
      return listOwnedUploads(tx, organizationId, owner);
    });
    const urlsExpireAt = new Date(now.getTime() + PROOF_URL_SECONDS * 1000);
    return Promise.all(
      rows.map(async (row) => {
        const { contentType } = row;
        const terms = { contentType, now, seconds: PROOF_URL_SECONDS };
        const url = await ports.blobs.signDownload(storedUploadKey(organizationId, row.id, row.sha256!), terms);
        return { ...row, url, urlsExpireAt };
      }),
    );
  },
  run: async ({ prepared: documents }, { owner }) => {
    if (documents.length === 0) return unchanged(documents);
    const documentIds = documents.map(({ id }) => id);
    return changed(documents, [
      { type: `${owner.entity}.documents-viewed`, entity: owner.entity, entityId: owner.id, data: { documentIds } },
    ]);
  },
});
