import "server-only";
import { z } from "zod";
import { findWaitingEnds } from "@/db/queries/location/geocode-queue";
import type { AddressQuery, GeocoderPort } from "@/server/ports/geocoder";
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
    const heard = await Promise.all(
      ends.map(({ street, postcode, city, country }) => isHeardOf(geocoder, { street, postcode, city, country })),
    );
    return { isHeard: heard.includes(true) };
  },
  run: async ({ prepared: { isHeard }, enqueue }) => {
    if (isHeard) await enqueue("geocode-locations", { isSweep: true });
    return untraced({ isHeard });
  },
});

/** Each address is asked about by itself: one that hangs takes up no other's patience. Why nobody answers is told to who may change it. */
async function isHeardOf(geocoder: GeocoderPort, query: AddressQuery): Promise<boolean> {
  let isHeard = true;
  const onUnheard = () => {
    isHeard = false;
  };
  const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  return geocoder.geocode([query], { signal, onUnheard }).then(
    () => isHeard,
    () => false,
  );
}
