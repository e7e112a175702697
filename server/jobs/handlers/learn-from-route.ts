import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { learnServiceTimes } from "@/server/services/execution/learn-service-times";
import { measureDrivenDistance } from "@/server/services/execution/measure-driven-distance";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { ServiceError } from "@/server/services/kernel/service-error";
import { learnLeadErrors } from "@/server/services/tracking/learn-lead-errors";
import { readDrivenLegs } from "@/server/services/travel/read-driven-legs";
import { recordDrivenLegs } from "@/server/services/travel/record-driven-legs";

/**
 * Takes from a route that has been driven what reports and the next plans can use: how far it was driven, how long its
 * doors took, how far off its expected arrivals were, and how quick the roads of its depot are. A route that is gone teaches
 * nothing; one that is learned from again, no more than before.
 */
export async function learnFromRoute(
  services: ServiceContext,
  { routeId }: Pick<JobPayload<"learn-from-route">, "routeId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  try {
    await learnServiceTimes(services, { routeId });
    await learnLeadErrors(services, {});
    await measureDrivenDistance(services, { routeId });
    const driven = await readDrivenLegs(services, { routeId });
    if (driven && driven.legs.length > 0) await recordDrivenLegs(services, driven);
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not-found") return;
    throw error;
  }
}
