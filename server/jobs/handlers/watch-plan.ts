import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { watchPlan } from "@/server/services/exception/watch-plan";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";

/** Looks at a plan's day for exceptions. A plan that is gone needs no watching. */
export async function watchPlanJob(
  services: ServiceContext,
  { planId }: Pick<JobPayload<"watch-plan">, "planId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  try {
    await watchPlan(services, { planId });
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not-found") return;
    throw error;
  }
}
