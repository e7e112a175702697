import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { findArrivedProof } from "@/server/services/proof/find-arrived-proof";

/** Looks whether an announced picture has come. */
export async function findProofJob(
  services: ServiceContext,
  { proofId }: Pick<JobPayload<"find-proof">, "proofId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await findArrivedProof(services, { proofId });
}
