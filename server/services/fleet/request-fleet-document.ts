import "server-only";
import { z } from "zod";
import { findUploads, insertUploads } from "@/db/queries/proof/uploads";
import { DRIVER_DOCUMENT_KINDS, VEHICLE_DOCUMENT_KINDS } from "@/server/domain/proof/upload";
import { localDateSchema } from "@/server/domain/time/local-date";
import { changedQuietly, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import {
  announcedFileSchema,
  type GivenUpload,
  giveUpload,
  refuseOtherTypes,
  uploadRow,
} from "../proof/request-uploads";
import { documentOwnerSchema, ownerOf, ownersToday } from "./document-owner";

const KINDS = { driver: DRIVER_DOCUMENT_KINDS, vehicle: VEHICLE_DOCUMENT_KINDS } as const;

/** What is said of a paper besides its file. */
export const documentFactsSchema = z.object({
  /** What a paper of the kind "other" is called. */
  title: z.string().trim().max(80).default(""),
  number: z.string().trim().max(80).default(""),
  /** Its last day. */
  expiresOn: localDateSchema.nullable().default(null),
});

/**
 * Gives out an address for a paper of a driver or a vehicle: a licence, an insurance. It is his from the moment its bytes
 * have come and are what was announced; the one it replaces goes then. Refuses one that has expired already.
 */
export const requestFleetDocument = command({
  permission: "fleet.write",
  input: documentFactsSchema.extend({
    owner: documentOwnerSchema,
    kind: z.enum([...DRIVER_DOCUMENT_KINDS, ...VEHICLE_DOCUMENT_KINDS]),
    file: announcedFileSchema,
    replacesId: z.uuid().nullable().default(null),
  }),
  prepare: async ({ actor: { organizationId }, ports, now }, { owner, kind, file }): Promise<GivenUpload> => {
    if (!KINDS[owner.entity].includes(kind as never)) {
      throw new ServiceError("invalid", `A ${owner.entity} has no ${kind}.`, { reason: "upload-type" });
    }
    refuseOtherTypes([{ kind, ...file }]);
    return giveUpload(ports.blobs, organizationId, ports.ids.newId(), file, now);
  },
  run: async ({ tx, actor, now, prepared: given, enqueue }, { owner, kind, file, replacesId, ...facts }) => {
    const { organizationId } = actor;
    const today = await ownersToday(tx, organizationId, owner, now);
    if (facts.expiresOn !== null && facts.expiresOn < today) {
      throw new ServiceError("invalid", `This document expired on ${facts.expiresOn}.`, { reason: "document-expired" });
    }
    if (replacesId) {
      const [replaced] = await findUploads(tx, organizationId, [replacesId]);
      const its = replaced && ownerOf(replaced);
      found(its?.id === owner.id ? its : undefined, "document");
    }
    const whose = owner.entity === "driver" ? { driverId: owner.id } : { vehicleId: owner.id };
    const row = uploadRow(organizationId, given.id, file, actor.label, now);
    await insertUploads(tx, [{ ...row, ...whose, ...facts, kind, replacesId }]);
    // A store that is not ours does not say when bytes have come.
    await enqueue("find-upload", { uploadId: given.id });
    return changedQuietly(given);
  },
});
