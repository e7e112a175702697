import "server-only";
import { bulkInsert } from "@/db/queries/bulk-insert";
import { findPins } from "@/db/queries/location/find-pins";
import { location } from "@/db/schema/location";
import { addressKey } from "@/server/domain/address/address-key";
import type { LatLng } from "@/server/domain/geo";
import type { Address } from "@/server/domain/order/delivery-schema";
import type { CommandScope } from "../kernel/command";

export interface Door {
  readonly address: Address;
  /** Known position; absent: to be geocoded. */
  readonly position?: LatLng | undefined;
}

type LocationScope = Pick<CommandScope<unknown>, "tx" | "actor" | "now" | "newId" | "enqueue">;

/**
 * Inserts one location per door and returns their ids in order. A person's pin for the address outranks the position
 * given; doors without any position are left to the geocoding job, which is given out here.
 */
export async function makeLocations(scope: LocationScope, doors: readonly Door[]): Promise<string[]> {
  const { tx, actor, now } = scope;
  const keys = doors.map(({ address }) => addressKey(address));
  const pins = await findPins(tx, actor.organizationId, keys);
  const rows = doors.map(({ address, position }, index) => {
    const pin = pins.get(keys[index]!);
    const known = pin ?? position;
    return {
      organizationId: actor.organizationId,
      id: scope.newId(),
      ...address,
      addressKey: keys[index]!,
      lat: known?.lat ?? null,
      lng: known?.lng ?? null,
      confidence: pin ? ("pinned" as const) : position ? ("given" as const) : ("pending" as const),
      source: pin ? "pin" : position ? "order" : "",
      createdAt: now,
      updatedAt: now,
    };
  });
  await bulkInsert(tx, location, rows);
  if (rows.some((row) => row.confidence === "pending")) await scope.enqueue("geocode-locations", {});
  return rows.map((row) => row.id);
}
