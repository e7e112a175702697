import { type DrayProblem, readDray } from "../../formats/dray/read-dray";

interface LoggiDay {
  readonly origin: { readonly lat: number; readonly lng: number };
  readonly vehicle_capacity: number;
  readonly deliveries: readonly {
    readonly point: { readonly lat: number; readonly lng: number };
    readonly size: number;
  }[];
}

/** Vehicles beyond what the load needs, since nobody loads to the last unit. */
const SPARE_VEHICLES = 2;

/**
 * Reads a day of loggiBUD: parcels of a size from one depot, as many vans as their load needs and two more, no times.
 * What counts is distance, estimated from straight lines.
 */
export function readLoggiDay(json: string): DrayProblem {
  const { origin, vehicle_capacity: capacity, deliveries }: LoggiDay = JSON.parse(json);
  const load = deliveries.reduce((sum, { size }) => sum + size, 0);
  const van = { start: origin, end: origin, shift: { from: "00:00", to: "24:00" }, capacity: [capacity] };
  const count = Math.ceil(load / capacity) + SPARE_VEHICLES;
  return readDray(
    JSON.stringify({
      vehicles: Array.from({ length: count }, (_, k) => ({ ...van, id: `van ${k + 1}` })),
      visits: deliveries.map(({ point, size }, i) => ({ id: `parcel ${i + 1}`, location: point, deliver: [size] })),
    }),
  );
}
