import "server-only";
import { z } from "zod";
import { findPendingLocations } from "@/db/queries/location/geocode-queue";
import { command, untraced } from "../kernel/command";

/** A person is waiting. */
const PATIENCE_MILLISECONDS = 10_000;

/**
 * Asks the geocoders about the address that has waited longest: where one answers, all that wait are looked up now. False:
 * nobody answers yet.
 */
export const tryWaiting = command({
  permission: "order.write",
  input: z.object({}),
  prepare: async ({ actor, ports, read }) => {
    const [address] = await read((tx) => findPendingLocations(tx, actor.organizationId, 1));
    if (!address) return { isHeard: true };
    const geocoder = await ports.geocoder(actor.organizationId);
    let isHeard = true;
    const onUnheard = () => {
      isHeard = false;
    };
    const { street, postcode, city, country } = address;
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    // Why it does not answer is told to who may change it.
    await geocoder.geocode([{ street, postcode, city, country }], { signal, onUnheard }).catch(onUnheard);
    return { isHeard };
  },
  run: async ({ prepared: { isHeard }, enqueue }) => {
    if (isHeard) await enqueue("geocode-locations", {});
    return untraced({ isHeard });
  },
});
