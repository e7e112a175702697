import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { incomingKey } from "@/server/services/proof/proof-keys";
import { verifyProof } from "@/server/services/proof/verify-proof";

/** Looks at a picture a driver has sent, then throws away the file it came in, whatever was found. */
export async function verifyProofJob(
  services: ServiceContext,
  { proofId }: Pick<JobPayload<"verify-proof">, "proofId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const isDone = await verifyProof(services, { proofId });
  if (isDone) await services.ports.blobs.delete(incomingKey(services.actor.organizationId, proofId));
}
