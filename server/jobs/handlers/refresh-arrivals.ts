import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { refreshArrivals } from "@/server/services/execution/refresh-arrivals";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";

/** Works out anew when a route's open stops will be reached. A route that is gone needs nothing. */
export async function refreshArrivalsJob(
  services: ServiceContext,
  { routeId }: Pick<JobPayload<"refresh-arrivals">, "routeId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  try {
    await refreshArrivals(services, { routeId });
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not-found") return;
    throw error;
  }
}
