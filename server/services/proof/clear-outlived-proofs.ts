import "server-only";
import { z } from "zod";
import { findRetentionPolicy } from "@/db/queries/policy/retention-policies";
import { listOutlived, markCleared } from "@/db/queries/proof/tidy-proofs";
import { changed, command, unchanged } from "../kernel/command";
import { proofEvent } from "./proof-event";
import { pictureKey, thumbnailKey } from "./proof-keys";

const BATCH = 200;

/**
 * Deletes pictures that are older than the organization keeps them. Their hashes, what was found in them and what was decided
 * on them stay, so that a copy somebody else has kept can still be proved.
 */
export const clearOutlivedProofs = command({
  permission: "proof.review",
  input: z.object({}),
  prepare: async ({ actor: { organizationId }, now, ports, read }) => {
    const rows = await read(async (tx) => {
      const { proofDays: days } = await findRetentionPolicy(tx, organizationId);
      return listOutlived(tx, organizationId, { now, days }, BATCH);
    });
    for (const { id } of rows) {
      await ports.blobs.delete(pictureKey(organizationId, id));
      await ports.blobs.delete(thumbnailKey(organizationId, id));
    }
    return rows;
  },
  run: async ({ tx, actor, now, prepared: rows }) => {
    const ids = rows.map(({ id }) => id);
    const cleared = new Set(await markCleared(tx, actor.organizationId, ids, now));
    const result = { settled: ids.length, isMore: ids.length === BATCH };
    const news = rows.filter(({ id }) => cleared.has(id));
    if (news.length === 0) return unchanged(result);
    return changed(
      result,
      news.map((row) => proofEvent("proof.cleared", row, { sha256: row.sha256, cleanSha256: row.cleanSha256 })),
    );
  },
});
