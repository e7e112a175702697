import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { measureRoutes as measure } from "@/server/services/plan/measure-routes";

/** Times a plan's routes anew on real roads. A plan that is gone needs nothing. */
export async function measureRoutes(
  services: ServiceContext,
  { planId }: Pick<JobPayload<"measure-routes">, "planId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  try {
    await measure(services, { planId });
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not-found") return;
    throw error;
  }
}
