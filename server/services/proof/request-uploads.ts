import "server-only";
import { z } from "zod";
import { findPodDoors } from "@/db/queries/proof/pods";
import { insertUploads, listPodUploads } from "@/db/queries/proof/uploads";
import {
  isTypeOfKind,
  MAX_POD_FILES,
  MAX_UPLOAD_BYTES,
  POD_FILE_KINDS,
  UPLOAD_CONTENT_TYPES,
  UPLOAD_URL_SECONDS,
} from "@/server/domain/proof/upload";
import type { BlobStore, SignedUpload } from "@/server/ports/blob-store";
import { changedQuietly, command } from "../kernel/command";
import { ServiceError } from "../kernel/service-error";
import { podDoorOf } from "./pod-door";
import { incomingUploadKey } from "./upload-keys";

/** A file as its sender announces it; what he says of its length and hash it is held to. */
export const announcedFileSchema = z.object({
  contentType: z.enum(UPLOAD_CONTENT_TYPES),
  bytes: z.int().min(1).max(MAX_UPLOAD_BYTES).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type AnnouncedFile = z.output<typeof announcedFileSchema>;

/** Where a file may be sent, by whoever has the address. */
export interface GivenUpload extends SignedUpload {
  readonly id: string;
  readonly expiresAt: Date;
}

/**
 * Gives out addresses for a door's evidence. Each is good for a quarter of an hour and one file; nothing is evidence
 * before it is registered. Refuses doors that are not the asking driver's, and more files than one door may have.
 */
export const requestUploads = command({
  permission: "proof.write",
  input: z.object({
    deliveryId: z.uuid(),
    visitId: z.uuid().optional(),
    files: z
      .array(announcedFileSchema.extend({ kind: z.enum(POD_FILE_KINDS) }))
      .min(1)
      .max(MAX_POD_FILES),
  }),
  prepare: async ({ actor: { organizationId }, ports, now }, { files }) => {
    refuseOtherTypes(files);
    const given: GivenUpload[] = [];
    for (const file of files) {
      given.push(await giveUpload(ports.blobs, organizationId, ports.ids.newId(), file, now));
    }
    return given;
  },
  run: async ({ tx, actor, now, prepared: given }, { deliveryId, visitId, files }) => {
    const { organizationId } = actor;
    const doors = await findPodDoors(tx, organizationId, { deliveryId });
    const door = await podDoorOf(tx, actor, doors, visitId);
    const there = (await listPodUploads(tx, organizationId, deliveryId)).filter(
      (each) => each.visitId === door.visitId,
    );
    if (there.length + files.length > MAX_POD_FILES) {
      throw new ServiceError("refused", `A stop has ${MAX_POD_FILES} files at most.`, { reason: "uploads-spent" });
    }
    const rows = files.map(({ kind, ...file }, index) => ({
      ...uploadRow(organizationId, given[index]!.id, file, actor.label, now),
      kind,
      deliveryId,
      visitId: door.visitId,
    }));
    await insertUploads(tx, rows);
    return changedQuietly({
      visitId: door.visitId,
      uploads: given.map((each, at) => ({ ...each, kind: files[at]!.kind })),
    });
  },
});

/** Signs an address for one file, bound to what was announced of it. */
export async function giveUpload(
  blobs: BlobStore,
  organizationId: string,
  id: string,
  file: AnnouncedFile,
  now: Date,
): Promise<GivenUpload> {
  const terms = { ...file, maxBytes: MAX_UPLOAD_BYTES, now, seconds: UPLOAD_URL_SECONDS };
  const signed = await blobs.signUpload(incomingUploadKey(organizationId, id), terms);
  return { id, ...signed, expiresAt: new Date(now.getTime() + UPLOAD_URL_SECONDS * 1000) };
}

/** What is kept of a file from the moment it is announced. */
export function uploadRow(organizationId: string, id: string, file: AnnouncedFile, announcedBy: string, now: Date) {
  return {
    organizationId,
    id,
    contentType: file.contentType,
    announcedBytes: file.bytes ?? null,
    announcedSha256: file.sha256 ?? null,
    status: "expected" as const,
    announcedBy,
    createdAt: now,
    updatedAt: now,
  };
}

/** Refuses a type that a file of its kind cannot be of. */
export function refuseOtherTypes(
  files: readonly (AnnouncedFile & { readonly kind: Parameters<typeof isTypeOfKind>[0] })[],
): void {
  const wrong = files.find(({ kind, contentType }) => !isTypeOfKind(kind, contentType));
  if (!wrong) return;
  throw new ServiceError("invalid", `A ${wrong.kind} cannot be ${wrong.contentType}.`, { reason: "upload-type" });
}
