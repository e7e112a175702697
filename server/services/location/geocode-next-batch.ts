import "server-only";
import { z } from "zod";
import { raiseDepotsAt } from "@/db/queries/depot/save-depot";
import { findDeliveriesAt } from "@/db/queries/location/find-deliveries-at";
import { findPins } from "@/db/queries/location/find-pins";
import {
  findPendingLocations,
  lockStillPending,
  type PendingLocation,
  type Placing,
  placeLocations,
} from "@/db/queries/location/geocode-queue";
import { findPlansAtLocations } from "@/db/queries/location/pin-address";
import type { LatLng } from "@/server/domain/geo";
import type { GeocodeResult } from "@/server/ports/geocoder";
import { changed, command, type PrepareScope, unchanged } from "../kernel/command";

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

interface Batch {
  readonly locations: readonly PendingLocation[];
  readonly pins: ReadonlyMap<string, LatLng>;
  readonly results: ReadonlyMap<string, GeocodeResult>;
  readonly source: string;
  /** Nothing waits behind these. */
  readonly isLast: boolean;
}

/**
 * Looks up the oldest pending locations: a person's pin first, then the geocoders, once per address. Safe to repeat; what
 * was placed meanwhile stays, and what nobody could be asked about goes on waiting (`unheard`, to be asked again later).
 * `handOver` gives the rest to a new job. Throws when no geocoder answers.
 */
export const geocodeNextBatch = command({
  permission: "order.write",
  input: z.object({
    limit: z.int().min(1).max(1000).default(200),
    handOver: z.boolean().default(false),
    /** The job it is handed over to asks once, as this one does. */
    isSweep: z.boolean().default(false),
    /** Only doors of these deliveries: somebody waits for them. */
    deliveryIds: z.array(z.uuid()).max(1000).optional(),
    /** The `lastId` of the batch before: those behind it. */
    afterId: z.uuid().optional(),
    /** Ends it with what has been answered until then. */
    signal: z.instanceof(AbortSignal).optional(),
  }),
  prepare: prepareBatch,
  run: async ({ tx, actor, now, prepared, enqueue }, { handOver, isSweep }) => {
    const { locations, pins, results, source, isLast } = prepared;
    if (handOver && !isLast) await enqueue("geocode-locations", isSweep ? { isSweep } : {});
    const lastId = locations.at(-1)?.id;
    if (!lastId) return unchanged({ placed: 0, doubtful: 0, unheard: 0, lastId, isLast });
    const open = await lockStillPending(tx, actor.organizationId, idsOf(locations));
    const waiting = locations.filter(({ id }) => open.has(id));
    const placings = waiting
      .filter(({ addressKey }) => pins.has(addressKey) || results.has(addressKey))
      .map(({ id, addressKey }) => ({ id, ...place(pins.get(addressKey), results.get(addressKey), source, now) }));
    await raiseDepotsAt(tx, actor.organizationId, idsOf(placings), now);
    await placeLocations(tx, actor.organizationId, placings);
    const doubtful = placings.filter(({ candidates, confidence }) => candidates !== null || confidence === "none");
    const unheard = waiting.length - placings.length;
    const result = { placed: placings.length, doubtful: doubtful.length, unheard, lastId, isLast };
    const [first] = placings;
    if (!first) return unchanged(result);
    const locationIds = idsOf(placings);
    for (const planId of await findPlansAtLocations(tx, actor.organizationId, locationIds)) {
      await enqueue("measure-routes", { planId });
    }
    const doubtfulDeliveryIds = await findDeliveriesAt(tx, actor.organizationId, idsOf(doubtful));
    const data = { placed: result.placed, doubtful: result.doubtful, locationIds, doubtfulDeliveryIds };
    return changed(result, [{ type: "location.geocoded", entity: "location", entityId: first.id, data }]);
  },
});

interface BatchInput {
  readonly limit: number;
  readonly deliveryIds?: readonly string[] | undefined;
  readonly afterId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

async function prepareBatch({ actor, ports, read }: PrepareScope, input: BatchInput): Promise<Batch> {
  const { organizationId } = actor;
  const { limit, deliveryIds, afterId, signal } = input;
  const among = { ...(deliveryIds && { deliveryIds }), ...(afterId && { afterId }) };
  const { pending, pins } = await read(async (tx) => {
    const rows = await findPendingLocations(tx, organizationId, limit, among);
    const keys = rows.map(({ addressKey }) => addressKey);
    return { pending: rows, pins: await findPins(tx, organizationId, keys) };
  });
  const isPinned = ({ addressKey }: PendingLocation) => pins.has(addressKey);
  if (pending.every(isPinned)) {
    return { locations: pending, pins, results: new Map(), source: "", isLast: pending.length < limit };
  }
  const geocoder = await ports.geocoder(organizationId);
  // Whoever waits for certain doors waits for all of them.
  const locations = deliveryIds ? pending : pending.slice(0, geocoder.mostAtOnce ?? limit);
  const isLast = pending.length < limit && locations.length === pending.length;
  const addresses = new Map(locations.flatMap((each) => (isPinned(each) ? [] : [[each.addressKey, each] as const])));
  const unheard = new Set<number>();
  const found = await geocoder.geocode(
    [...addresses.values()].map(({ street, postcode, city, country }) => ({ street, postcode, city, country })),
    { ...(signal && { signal }), onUnheard: (index) => void unheard.add(index) },
  );
  const heard = [...addresses.keys()].flatMap((key, index) =>
    unheard.has(index) ? [] : [[key, found[index]!] as const],
  );
  return { locations, pins, results: new Map(heard), source: geocoder.source, isLast };
}

function place(
  pin: LatLng | undefined,
  result: GeocodeResult | undefined,
  source: string,
  updatedAt: Date,
): Omit<Placing, "id"> {
  if (pin) return { ...pin, confidence: "pinned", source: "pin", candidates: null, updatedAt };
  const { confidence, candidates } = result!;
  const best = candidates[0]?.position;
  const isCertain = confidence === "exact" || confidence === "interpolated";
  return {
    lat: best?.lat ?? null,
    lng: best?.lng ?? null,
    confidence,
    source,
    candidates: isCertain || confidence === "none" ? null : [...candidates],
    updatedAt,
  };
}
