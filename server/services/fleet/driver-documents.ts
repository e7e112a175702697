import "server-only";
import { z } from "zod";
import { findKnownDriver } from "@/db/queries/fleet/driver-pages";
import { insertUploads, listDriverUploads } from "@/db/queries/proof/uploads";
import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import { DRIVER_DOCUMENT_KINDS } from "@/server/domain/proof/upload";
import { localDateSchema } from "@/server/domain/time/local-date";
import { changed, changedQuietly, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import {
  announcedFileSchema,
  type GivenUpload,
  giveUpload,
  refuseOtherTypes,
  uploadRow,
} from "../proof/request-uploads";
import { storedUploadKey } from "../proof/upload-keys";

/**
 * Gives out an address for a paper of a driver's: his identity card, licence or insurance. It is his from the moment its
 * bytes have come and are what was announced; papers are kept as they came, side by side with older ones.
 */
export const requestDriverDocument = command({
  permission: "fleet.write",
  input: z.object({
    driverId: z.uuid(),
    kind: z.enum(DRIVER_DOCUMENT_KINDS),
    file: announcedFileSchema,
    /** Its last day. */
    expiresOn: localDateSchema.nullable().default(null),
  }),
  prepare: async ({ actor: { organizationId }, ports, now }, { kind, file }): Promise<GivenUpload> => {
    refuseOtherTypes([{ kind, ...file }]);
    return giveUpload(ports.blobs, organizationId, ports.ids.newId(), file, now);
  },
  run: async ({ tx, actor, now, prepared: given, enqueue }, { driverId, kind, file, expiresOn }) => {
    const { organizationId } = actor;
    found(await findKnownDriver(tx, organizationId, driverId), "driver");
    await insertUploads(tx, [
      { ...uploadRow(organizationId, given.id, file, actor.label, now), kind, driverId, expiresOn },
    ]);
    // A store that is not ours does not say when bytes have come.
    await enqueue("find-upload", { uploadId: given.id });
    return changedQuietly(given);
  },
});

/** A driver's papers, where each can be read for some minutes. Who has looked stands in the log from then on. */
export const viewDriverDocuments = command({
  permission: "fleet.write",
  input: z.object({ driverId: z.uuid() }),
  prepare: async ({ actor: { organizationId }, ports, now, read }, { driverId }) => {
    const rows = await read(async (tx) => {
      found(await findKnownDriver(tx, organizationId, driverId), "driver");
      return listDriverUploads(tx, organizationId, [driverId]);
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
  run: async ({ prepared: documents }, { driverId }) => {
    if (documents.length === 0) return unchanged(documents);
    const documentIds = documents.map(({ id }) => id);
    return changed(documents, [
      { type: "driver.documents-viewed", entity: "driver", entityId: driverId, data: { documentIds } },
    ]);
  },
});
