import "server-only";
import { z } from "zod";
import { findProofs, mayLinkSend } from "@/db/queries/proof/proofs";
import { query } from "../kernel/query";
import { found, ServiceError } from "../kernel/service-error";

/**
 * Whether the bytes of an announced picture are still wanted: "stored" when they are here already. Refuses those of a
 * driver whose link has been withdrawn since he was given the address, unless it was because another drives the route.
 */
export const mayReceiveProof = query({
  permission: "proof.review",
  input: z.object({ proofId: z.uuid() }),
  run: async ({ tx, actor }, { proofId }): Promise<"wanted" | "stored"> => {
    const [known] = await findProofs(tx, actor.organizationId, [proofId]);
    const { status, assignmentId } = found(known, "proof");
    if (status !== "expected") return "stored";
    if (assignmentId === null || (await mayLinkSend(tx, actor.organizationId, assignmentId))) return "wanted";
    throw new ServiceError("unauthenticated", "This link is no longer good. Ask for a new one.", {
      reason: "link-expired",
    });
  },
});
