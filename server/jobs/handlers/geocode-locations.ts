import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { geocodeNextBatch } from "@/server/services/location/geocode-next-batch";

/** Well under the job's expiry: a slow geocoder's long list goes on in a new job. */
const MAX_MILLISECONDS = 8 * 60_000;

/** Looks up the organization's pending locations, batch by batch, each kept as soon as it is found. */
export async function geocodeLocations(
  services: ServiceContext,
  _payload: JobPayload<"geocode-locations">,
  signal: AbortSignal,
): Promise<void> {
  const { clock } = services.ports;
  const startedAt = clock.now().getTime();
  let isLast = false;
  while (!isLast) {
    signal.throwIfAborted();
    const handOver = clock.now().getTime() - startedAt > MAX_MILLISECONDS;
    ({ isLast } = await geocodeNextBatch(services, { handOver }));
    if (handOver) return;
  }
}
