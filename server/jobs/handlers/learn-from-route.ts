import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { learnServiceTimes } from "@/server/services/execution/learn-service-times";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";

/** Takes from a route that has been driven what the next plans can use. A route that is gone teaches nothing. */
export async function learnFromRoute(
  services: ServiceContext,
  { routeId }: Pick<JobPayload<"learn-from-route">, "routeId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  try {
    await learnServiceTimes(services, { routeId });
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not-found") return;
    throw error;
  }
}
