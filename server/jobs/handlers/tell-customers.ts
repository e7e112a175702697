import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { tellCustomers } from "@/server/services/notification/tell-customers";

/** Works out what the customers of a route's doors are to be written. A route that is gone has none. */
export async function tellCustomersJob(
  services: ServiceContext,
  { routeId }: Pick<JobPayload<"tell-customers">, "routeId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await tellCustomers(services, { routeId });
}
