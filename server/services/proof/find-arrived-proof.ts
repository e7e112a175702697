import "server-only";
import { z } from "zod";
import { lockProof } from "@/db/queries/proof/proofs";
import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import { changed, changedQuietly, command, unchanged } from "../kernel/command";
import { takeIn } from "./announce-proofs";
import { proofEvent } from "./proof-event";
import { incomingKey } from "./proof-keys";

/** A sender who was given an address in its last second may take minutes with the bytes. */
const PATIENCE_MS = 2 * PROOF_URL_SECONDS * 1000;

/** Looks whether an announced picture is there: a store that is not ours does not say. Asks again later while it may come. */
export const findArrivedProof = command({
  permission: "proof.review",
  input: z.object({ proofId: z.uuid() }),
  prepare: ({ actor, ports }, { proofId }) => ports.blobs.has(incomingKey(actor.organizationId, proofId)),
  run: async (scope, { proofId }) => {
    const { tx, actor, now, prepared: isThere } = scope;
    const row = await lockProof(tx, actor.organizationId, proofId);
    if (row?.status !== "expected") return unchanged(null);
    if (isThere) {
      await takeIn(scope, proofId);
      return changed(null, [proofEvent("proof.uploaded", row)]);
    }
    if (now.getTime() - row.updatedAt.getTime() < PATIENCE_MS) await scope.enqueue("find-proof", { proofId });
    return changedQuietly(null);
  },
});
