import "server-only";
import { nameDrivers } from "@/server/services/fleet/name-drivers";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { type FoundDoor, findDoors } from "@/server/services/order/find-doors";
import { findSites } from "@/server/services/site/find-sites";
import { fromDoor } from "../map/from-record";
import type { WireOrder } from "../wire/order";

/** Orders as this API says them, with their places, their drivers and the numbers of the orders they are linked to. */
export async function sayOrders(services: ServiceContext, doors: readonly FoundDoor[]): Promise<WireOrder[]> {
  const inputs = doors.map(({ record }) => record.delivery.input);
  const joined = doors.map(({ record }) => record.delivery.joinedWithId);
  const wanted = [...new Set(joined.flatMap((id) => id ?? []))];
  const [sites, drivers, related] = await Promise.all([
    findSites(services, {
      ids: [
        ...new Set(inputs.flatMap(({ pickup, dropoff }) => [pickup, dropoff]).flatMap((visit) => visit?.siteId ?? [])),
      ],
    }),
    nameDrivers(services, { ids: [...new Set(inputs.flatMap(({ driverId }) => driverId ?? []))] }),
    findDoors(services, { doors: wanted.map((id) => ({ id })) }),
  ]);
  const surroundings = {
    sites: new Map(sites.map((site) => [site.id, site])),
    drivers: new Map(drivers.map((driver) => [driver.id, driver])),
  };
  const relations = new Map(wanted.map((id, index) => [id, related.found[index]![0]]));
  return doors.map(({ record, role }, index) => {
    const other = relations.get(joined[index] ?? "");
    const door = { delivery: record.delivery, role };
    return fromDoor(door, surroundings, other && { delivery: other.record.delivery, role: other.role });
  });
}
