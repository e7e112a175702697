import "server-only";
import { z } from "zod";
import { findWaitingEnds } from "@/db/queries/location/geocode-queue";
import { command, untraced } from "../kernel/command";

/** A person is waiting. */
const PATIENCE_MILLISECONDS = 10_000;

/**
 * Asks the geocoders about the address that has waited longest and the one that came last, as one alone may be what a
 * geocoder always stumbles over: where they answer about either, all that wait are looked up now. False: nobody answers yet.
 */
export const tryWaiting = command({
  permission: "order.write",
  input: z.object({}),
  prepare: async ({ actor, ports, read }) => {
    const ends = await read((tx) => findWaitingEnds(tx, actor.organizationId));
    if (ends.length === 0) return { isHeard: true };
    const geocoder = await ports.geocoder(actor.organizationId);
    const unheard = new Set<number>();
    const onUnheard = (index: number) => void unheard.add(index);
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    const queries = ends.map(({ street, postcode, city, country }) => ({ street, postcode, city, country }));
    try {
      await geocoder.geocode(queries, { signal, onUnheard });
    } catch {
      // Why it does not answer is told to who may change it.
      return { isHeard: false };
    }
    return { isHeard: unheard.size < ends.length };
  },
  run: async ({ prepared: { isHeard }, enqueue }) => {
    if (isHeard) await enqueue("geocode-locations", { isSweep: true });
    return untraced({ isHeard });
  },
});
