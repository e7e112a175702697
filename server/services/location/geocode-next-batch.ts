import "server-only";
import { z } from "zod";
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
}

/**
 * Looks up the oldest pending locations: a person's pin first, then the geocoders, once per address. Safe to repeat; what
 * was placed meanwhile stays. `handOver` gives the rest to a new job. Throws when no geocoder answers.
 */
export const geocodeNextBatch = command({
  permission: "order.write",
  input: z.object({
    limit: z.int().min(1).max(1000).default(200),
    handOver: z.boolean().default(false),
    /** Only doors of these deliveries: somebody waits for them. */
    deliveryIds: z.array(z.uuid()).max(1000).optional(),
  }),
  prepare: prepareBatch,
  run: async ({ tx, actor, now, prepared, enqueue }, { limit, handOver }) => {
    const { locations, pins, results, source } = prepared;
    const isLast = locations.length < limit;
    if (handOver && !isLast) await enqueue("geocode-locations", {});
    if (locations.length === 0) return unchanged({ placed: 0, doubtful: 0, isLast });
    const open = await lockStillPending(tx, actor.organizationId, idsOf(locations));
    const placings = locations
      .filter(({ id }) => open.has(id))
      .map(({ id, addressKey }) => ({ id, ...place(pins.get(addressKey), results.get(addressKey), source, now) }));
    await placeLocations(tx, actor.organizationId, placings);
    const doubtful = placings.filter(({ candidates, confidence }) => candidates !== null || confidence === "none");
    const result = { placed: placings.length, doubtful: doubtful.length, isLast };
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
}

async function prepareBatch({ actor, ports, read }: PrepareScope, { limit, deliveryIds }: BatchInput): Promise<Batch> {
  const { organizationId } = actor;
  const { locations, pins } = await read(async (tx) => {
    const pending = await findPendingLocations(tx, organizationId, limit, deliveryIds);
    const keys = pending.map(({ addressKey }) => addressKey);
    return { locations: pending, pins: await findPins(tx, organizationId, keys) };
  });
  const addresses = new Map(
    locations.flatMap((each) => (pins.has(each.addressKey) ? [] : [[each.addressKey, each] as const])),
  );
  if (addresses.size === 0) return { locations, pins, results: new Map(), source: "" };
  const geocoder = await ports.geocoder(organizationId);
  const found = await geocoder.geocode(
    [...addresses.values()].map(({ street, postcode, city, country }) => ({ street, postcode, city, country })),
  );
  const results = new Map([...addresses.keys()].map((key, index) => [key, found[index]!]));
  return { locations, pins, results, source: geocoder.source };
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
