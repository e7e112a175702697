import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findPodDoors, holdPod, type PodDoor, updatePod } from "@/db/queries/proof/pods";
import { findProofs, insertProofs } from "@/db/queries/proof/proofs";
import {
  findUploads,
  insertUploads,
  listPodUploads,
  lockUploads,
  type UploadRow,
  updateUpload,
} from "@/db/queries/proof/uploads";
import { idFromHex24 } from "@/server/domain/ids";
import { isProofContentType } from "@/server/domain/proof/proof";
import { MAX_POD_FILES, POD_FILE_KINDS, type PodFileKind, UPLOAD_CONTENT_TYPES } from "@/server/domain/proof/upload";
import { type CommandScope, changed, command, type PrepareScope, unchanged } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { type Examined, examine, examineUpload, sha256Of } from "./examine-upload";
import { podDoorOf } from "./pod-door";
import { incomingKey } from "./proof-keys";
import { refuseOtherTypes, uploadRow } from "./request-uploads";
import { forgetIncoming } from "./settle-upload";
import { type FaultyUpload, uploadError } from "./upload-error";
import { storedUploadKey } from "./upload-keys";

/** A clock a little ahead of ours says no lie. */
const SKEW_MS = 5 * 60 * 1000;

const fileSchema = z.union([
  z.object({ kind: z.enum(POD_FILE_KINDS), uploadId: z.uuid() }),
  /** Sent along instead of by an address of its own. */
  z.object({
    kind: z.enum(POD_FILE_KINDS),
    contentType: z.enum(UPLOAD_CONTENT_TYPES),
    content: z.instanceof(Uint8Array),
  }),
]);

const registerPodSchema = z.object({
  deliveryId: z.uuid(),
  visitId: z.uuid().optional(),
  files: z.array(fileSchema).min(1).max(MAX_POD_FILES),
  notes: z.string().trim().max(2000).default(""),
  recipientName: z.string().trim().max(200).default(""),
  deliveredAt: z.date().optional(),
});
type PodFile = z.output<typeof fileSchema>;

interface Looked {
  readonly id: string;
  readonly kind: PodFileKind;
  readonly row: Parameters<typeof insertUploads>[1][number] | UploadRow;
  readonly examined: Extract<Examined, { ok: true }>;
}

interface RegisteredPod {
  readonly visitId: string;
  readonly isNew: boolean;
  /** Of the pictures that the desk's review sees, too: what an act of its driver may name. */
  readonly proofIds: readonly string[];
}

/**
 * Registers a door's evidence: every file is counted and hashed as it is kept, and none of it can be exchanged from then
 * on. A door has one; what is registered again, once more or with further files, is the same one, and what was said of it
 * first stays. Pictures of a door on a route are looked at by the desk's review like any. Refuses files that never came,
 * or are not what was announced, naming them.
 */
export async function registerPod(
  services: ServiceContext,
  input: z.input<typeof registerPodSchema>,
): Promise<RegisteredPod> {
  const { lookedAt, ...registered } = await register(services, input);
  for (const id of lookedAt) await forgetIncoming(services, id);
  return registered;
}

const register = command({
  permission: "proof.write",
  input: registerPodSchema,
  prepare: async (scope, { deliveryId, visitId, files, deliveredAt }) => {
    const { actor, now } = scope;
    if (deliveredAt && deliveredAt.getTime() > now.getTime() + SKEW_MS) {
      throw new ServiceError("invalid", "This has not happened yet.", { reason: "in-the-future" });
    }
    const { door, known } = await scope.read(async (tx) => {
      const doors = await findPodDoors(tx, actor.organizationId, { deliveryId });
      return {
        door: await podDoorOf(tx, actor, doors, visitId),
        known: await findUploads(
          tx,
          actor.organizationId,
          files.flatMap((file) => ("uploadId" in file ? [file.uploadId] : [])),
        ),
      };
    });
    const faulty: FaultyUpload[] = [];
    const looked: Looked[] = [];
    for (const file of files) {
      const seen = "uploadId" in file ? await lookAt(scope, door, file, known) : await lookAtInline(scope, door, file);
      if ("fault" in seen) faulty.push(seen);
      else if (!looked.some(({ id }) => id === seen.id)) looked.push(seen);
    }
    if (faulty.length > 0) throw uploadError(faulty);
    if (door.routeId !== null) await showReview(scope, looked);
    return { door, looked };
  },
  run: async (scope, { notes, recipientName, deliveredAt }) => {
    const { tx, actor, now, prepared } = scope;
    const { door, looked } = prepared;
    const { organizationId } = actor;
    const { row, isNew } = await holdPod(tx, {
      organizationId,
      visitId: door.visitId,
      deliveryId: door.deliveryId,
      routeId: door.routeId,
      driverId: door.driverId,
      notes,
      recipientName,
      deliveredAt: deliveredAt ?? now,
      registeredBy: actor.label,
      createdAt: now,
      updatedAt: now,
    });
    const said = { notes: row.notes || notes, recipientName: row.recipientName || recipientName };
    const isSaid = said.notes === row.notes && said.recipientName === row.recipientName;
    const added = await claim(scope, door, looked);
    const proofIds = await toReview(scope, door, looked, row.deliveredAt);
    const result = { visitId: door.visitId, isNew, proofIds, lookedAt: looked.map(({ id }) => id) };
    if (added.length === 0 && isSaid && !isNew) return unchanged(result);
    if (!isNew) await updatePod(tx, organizationId, door.visitId, { ...said, updatedAt: now });
    const files = added.map(({ id, kind, examined: { sha256, bytes } }) => ({ id, kind, sha256, bytes }));
    const data = { deliveryId: door.deliveryId, visitId: door.visitId, routeId: door.routeId, driverId: door.driverId };
    return changed(result, [
      {
        type: "proof.registered",
        entity: "stop",
        entityId: door.visitId,
        ...(door.planId !== null && { planId: door.planId }),
        occurredAt: row.deliveredAt,
        data: { ...data, isNew, files },
      },
    ]);
  },
});

async function lookAt(
  { actor: { organizationId }, ports }: PrepareScope,
  door: PodDoor,
  { kind, uploadId }: Extract<PodFile, { uploadId: string }>,
  known: readonly UploadRow[],
): Promise<Looked | FaultyUpload> {
  const row = known.find(({ id }) => id === uploadId);
  if (row?.visitId !== door.visitId) return { id: uploadId, fault: "unknown" };
  refuseOtherTypes([{ kind, contentType: row.contentType }]);
  const examined = await examineUpload(ports.blobs, organizationId, row);
  return examined.ok ? { id: uploadId, kind, row, examined } : { id: uploadId, fault: examined.fault };
}

/** A file that is sent along gets its id from what it is, so that sending it again makes no second one of it. */
async function lookAtInline(
  { actor, ports, now }: PrepareScope,
  door: PodDoor,
  { kind, contentType, content }: Extract<PodFile, { content: Uint8Array }>,
): Promise<Looked | FaultyUpload> {
  refuseOtherTypes([{ kind, contentType }]);
  const examined = examine({ contentType, announcedBytes: null, announcedSha256: null }, content);
  if (!examined.ok) return { id: null, fault: examined.fault };
  const id = idFromHex24(sha256Of(`${door.visitId}/${kind}/${examined.sha256}`).slice(0, 24))!;
  await ports.blobs.put(storedUploadKey(actor.organizationId, id, examined.sha256), content);
  const announced = uploadRow(actor.organizationId, id, { contentType }, actor.label, now);
  return { id, kind, examined, row: { ...announced, kind, deliveryId: door.deliveryId, visitId: door.visitId } };
}

/** Makes files part of the door's evidence; answers with those that were not yet. */
async function claim(
  { tx, actor: { organizationId }, now }: CommandScope<unknown>,
  door: PodDoor,
  looked: readonly Looked[],
): Promise<readonly Looked[]> {
  await insertUploads(
    tx,
    looked.map(({ row }) => row),
  );
  const held = await lockUploads(
    tx,
    organizationId,
    looked.map(({ id }) => id),
  );
  const there = (await listPodUploads(tx, organizationId, door.deliveryId)).filter(
    ({ visitId }) => visitId === door.visitId,
  );
  const open = new Set(held.filter(({ position }) => position === null).map(({ id }) => id));
  const added = looked.filter(({ id }) => open.has(id));
  if (there.length + added.length > MAX_POD_FILES) {
    throw new ServiceError("refused", `A stop has ${MAX_POD_FILES} files at most.`, { reason: "uploads-spent" });
  }
  for (const [index, { id, kind, examined }] of added.entries()) {
    const { bytes, sha256, isRecognized } = examined;
    const stored = { status: "stored" as const, bytes, sha256, isRecognized, storedAt: now, updatedAt: now };
    await updateUpload(tx, organizationId, id, { ...stored, kind, position: there.length + index });
  }
  return added;
}

/** The pictures of them that the desk's review can show. */
const pictures = (looked: readonly Looked[]) =>
  looked.flatMap(({ id, kind, row: { contentType }, examined }) =>
    kind !== "document" && examined.isRecognized && isProofContentType(contentType)
      ? [{ id, kind, contentType, examined }]
      : [],
  );

/** Puts pictures where the desk's review looks for them, as a driver's device would have sent them. */
async function showReview({ actor: { organizationId }, ports, read }: PrepareScope, looked: readonly Looked[]) {
  const known = await read((tx: Tx) => findProofIds(tx, organizationId, looked));
  for (const { id, examined } of pictures(looked)) {
    if (!known.has(id)) await ports.blobs.put(incomingKey(organizationId, id), examined.content);
  }
}

async function findProofIds(tx: Tx, organizationId: string, looked: readonly Looked[]): Promise<ReadonlySet<string>> {
  const rows = await findProofs(
    tx,
    organizationId,
    looked.map(({ id }) => id),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Has the desk's review look at the pictures of a door on a route; answers with their ids there, which are the files'. */
async function toReview(
  { tx, actor, now, enqueue }: CommandScope<unknown>,
  { routeId, planId, driverId, visitId }: PodDoor,
  looked: readonly Looked[],
  takenAt: Date,
): Promise<readonly string[]> {
  if (routeId === null || planId === null || driverId === null) return [];
  const shown = pictures(looked);
  const known = await findProofIds(tx, actor.organizationId, looked);
  const fresh = shown.filter(({ id }) => !known.has(id));
  await insertProofs(
    tx,
    fresh.map(({ id, kind, contentType, examined: { bytes, sha256 } }) => ({
      ...{ organizationId: actor.organizationId, id, planId, routeId, driverId, contentType, bytes, sha256, takenAt },
      kind: kind === "signature" ? ("signature" as const) : ("photo" as const),
      visitIds: [visitId],
      status: "quarantined" as const,
      receivedAt: now,
      createdAt: now,
      updatedAt: now,
    })),
  );
  for (const { id } of fresh) await enqueue("verify-proof", { proofId: id });
  return shown.map(({ id }) => id);
}
