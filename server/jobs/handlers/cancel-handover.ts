import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { cancelHandover } from "@/server/services/partner/cancel-handover";

/** Tells a partner that a delivery was taken back; the queue has it tried again until he has heard it. */
export async function cancelHandoverJob(
  services: ServiceContext,
  { handoverId, withdrawn }: Pick<JobPayload<"cancel-handover">, "handoverId" | "withdrawn">,
  _signal?: AbortSignal,
  isLastTry = false,
): Promise<void> {
  const { isHeard } = await cancelHandover(services, { handoverId, isLastTry, ...(withdrawn && { withdrawn }) });
  if (!isHeard) throw new Error("the partner has not heard that a delivery was taken back");
}
