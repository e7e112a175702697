import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { measureRoutes as measure } from "@/server/services/plan/measure-routes";

/** So long others wait for their turn; a plan that takes longer goes on behind them. */
const TURN_MILLISECONDS = 60_000;

/**
 * Times a plan's routes anew on real roads. A plan that is gone needs nothing. Throws, to be tried again, where roads were
 * away.
 */
export async function measureRoutes(
  services: ServiceContext,
  { planId, routeIds }: Pick<JobPayload<"measure-routes">, "planId" | "routeIds">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  try {
    const enough = AbortSignal.timeout(TURN_MILLISECONDS);
    const { roadsFailure } = await measure(services, { planId, routeIds, signal, enough });
    if (roadsFailure) throw new Error(`Roads were away: ${roadsFailure}`);
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not-found") return;
    throw error;
  }
}
