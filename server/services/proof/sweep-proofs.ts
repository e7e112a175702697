import "server-only";
import { z } from "zod";
import { listUnswept, updateProofs } from "@/db/queries/proof/tidy-proofs";
import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import { command, untraced } from "../kernel/command";
import { incomingKey, pictureKey, thumbnailKey } from "./proof-keys";

const BATCH = 200;
/** An address given out in the last moment is good for so long, and its sender may take as long again. */
const QUIET_MS = 2 * PROOF_URL_SECONDS * 1000;

/**
 * Makes sure that nothing is left of the files that decided pictures came in: a delete may have failed, and whoever has a
 * bucket's address may send the same bytes once more. Of refused and lost ones nothing at all is left.
 */
export const sweepProofs = command({
  permission: "proof.review",
  input: z.object({}),
  prepare: async ({ actor: { organizationId }, now, ports, read }) => {
    const before = new Date(now.getTime() - QUIET_MS);
    const rows = await read((tx) =>
      listUnswept(tx, organizationId, { statuses: ["verified", "rejected", "lost"], before, limit: BATCH }),
    );
    for (const { id, status } of rows) {
      await ports.blobs.delete(incomingKey(organizationId, id));
      if (status === "verified") continue;
      await ports.blobs.delete(pictureKey(organizationId, id));
      await ports.blobs.delete(thumbnailKey(organizationId, id));
    }
    return rows.map(({ id }) => id);
  },
  run: async ({ tx, actor, now, prepared: ids }) => {
    await updateProofs(tx, actor.organizationId, ids, { sweptAt: now });
    return untraced({ settled: ids.length, isMore: ids.length === BATCH });
  },
});
