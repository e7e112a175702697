import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { recoverOffer } from "@/server/services/partner/recover-offer";

/** Goes on with a round whose process died while it asked a partner, or before it asked the next. */
export async function recoverOfferJob(
  services: ServiceContext,
  { handoverId }: Pick<JobPayload<"recover-offer">, "handoverId">,
): Promise<void> {
  await recoverOffer(services, { handoverId });
}
