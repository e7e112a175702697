import "server-only";
import { z } from "zod";
import { findRetentionPolicy } from "@/db/queries/policy/retention-policies";
import {
  deleteUploads,
  listOutlivedUploads,
  listUnclaimedUploads,
  markUploadsCleared,
} from "@/db/queries/proof/uploads";
import { UNCLAIMED_UPLOAD_DAYS } from "@/server/domain/proof/upload";
import { changed, command, unchanged, untraced } from "../kernel/command";
import { incomingUploadKey, storedUploadKey } from "./upload-keys";

const BATCH = 200;
const DAY_MS = 24 * 3600 * 1000;

/** Deletes files that nobody has made part of anything for days, and those that never came. */
export const dropUnclaimedUploads = command({
  permission: "proof.review",
  input: z.object({}),
  prepare: async ({ actor: { organizationId }, now, ports, read }) => {
    const before = new Date(now.getTime() - UNCLAIMED_UPLOAD_DAYS * DAY_MS);
    const rows = await read((tx) => listUnclaimedUploads(tx, organizationId, before, BATCH));
    for (const { id, sha256 } of rows) {
      await ports.blobs.delete(incomingUploadKey(organizationId, id));
      if (sha256 !== null) await ports.blobs.delete(storedUploadKey(organizationId, id, sha256));
    }
    return rows.map(({ id }) => id);
  },
  run: async ({ tx, actor, prepared: ids }) => {
    await deleteUploads(tx, actor.organizationId, ids);
    return untraced({ settled: ids.length, isMore: ids.length === BATCH });
  },
});

/** Deletes evidence that is older than the organization keeps it; hashes and sizes stay, so that a copy can still be proved. */
export const clearOutlivedUploads = command({
  permission: "proof.review",
  input: z.object({}),
  prepare: async ({ actor: { organizationId }, now, ports, read }) => {
    const rows = await read(async (tx) => {
      const { proofDays: days } = await findRetentionPolicy(tx, organizationId);
      return listOutlivedUploads(tx, organizationId, { now, days }, BATCH);
    });
    for (const { id, sha256 } of rows) await ports.blobs.delete(storedUploadKey(organizationId, id, sha256!));
    return rows;
  },
  run: async ({ tx, actor, now, prepared: rows }) => {
    const result = { settled: rows.length, isMore: rows.length === BATCH };
    if (rows.length === 0) return unchanged(result);
    const ids = rows.map(({ id }) => id);
    await markUploadsCleared(tx, actor.organizationId, ids, now);
    return changed(
      result,
      rows.map(({ id, visitId, sha256 }) => ({
        type: "proof.cleared" as const,
        entity: "proof",
        entityId: id,
        data: { visitIds: [visitId], sha256 },
      })),
    );
  },
});
