import "server-only";
import { z } from "zod";
import { lockProof } from "@/db/queries/proof/proofs";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { takeIn } from "./announce-proofs";
import { proofEvent } from "./proof-event";

/** Notes that a picture's bytes have come; the first time. */
export const noteProofReceived = command({
  permission: "proof.review",
  input: z.object({ proofId: z.uuid() }),
  run: async (scope, { proofId }) => {
    const row = found(await lockProof(scope.tx, scope.actor.organizationId, proofId), "proof");
    if (row.status !== "expected") return unchanged(row.status);
    await takeIn(scope, proofId);
    return changed("quarantined" as const, [proofEvent("proof.uploaded", row)]);
  },
});
