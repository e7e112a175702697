import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { passOnOffer } from "@/server/services/partner/pass-on-offer";

/** Asks the next partner where one has not answered in time, or has said no after all. */
export async function passOnOfferJob(
  services: ServiceContext,
  { handoverId }: Pick<JobPayload<"pass-on-offer">, "handoverId">,
): Promise<void> {
  await passOnOffer(services, { handoverId });
}
