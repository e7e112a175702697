import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { geocodeNextBatch } from "@/server/services/location/geocode-next-batch";

/** A long list goes on in a new job, behind those of others who wait. */
const MAX_MILLISECONDS = 60_000;
/** For one batch; with the above well under the job's expiry. */
const BATCH_MILLISECONDS = 5 * 60_000;

/**
 * Looks up the organization's pending locations, batch by batch, each kept as soon as it is found. Throws, to be tried
 * again, where some are left because whoever may know them was away; a sweep leaves them to the next one.
 */
export async function geocodeLocations(
  services: ServiceContext,
  { isSweep = false }: JobPayload<"geocode-locations">,
  signal: AbortSignal,
): Promise<void> {
  const { clock } = services.ports;
  const startedAt = clock.now().getTime();
  let [placed, unheard] = [0, 0];
  let afterId: string | undefined;
  let isLast = false;
  while (!isLast) {
    signal.throwIfAborted();
    const isLong = clock.now().getTime() - startedAt > MAX_MILLISECONDS;
    // A new job would begin at once, and where nothing was placed with the same ones: the queue's pause is for that.
    if (isLong && placed === 0 && unheard > 0) break;
    const ended = AbortSignal.any([signal, AbortSignal.timeout(BATCH_MILLISECONDS)]);
    const batch = await geocodeNextBatch(services, { handOver: isLong, isSweep, afterId, signal: ended });
    if (isLong && !batch.isLast) return;
    placed += batch.placed;
    unheard += batch.unheard;
    ({ isLast, lastId: afterId } = batch);
  }
  if (unheard > 0 && !isSweep) throw new Error(`No geocoder answered about ${unheard} addresses`);
}
