import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { recoverOffer } from "@/server/services/partner/recover-offer";

/** Goes on with a round whose process died under an older version, which gave this job out with every offer. */
export async function recoverOfferJob(
  services: ServiceContext,
  { handoverId }: Pick<JobPayload<"recover-offer">, "handoverId">,
): Promise<void> {
  await recoverOffer(services, { handoverId });
}
