import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { recoverRound } from "@/server/services/partner/recover-round";

/** Goes on with a round whose process died while it asked a partner, or before it asked the next. */
export async function recoverRoundJob(
  services: ServiceContext,
  { roundId, beat, runs }: Pick<JobPayload<"recover-round">, "roundId" | "beat" | "runs">,
): Promise<void> {
  await recoverRound(services, { roundId, beat, runs });
}
