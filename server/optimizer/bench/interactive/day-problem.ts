import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { env } from "@/server/main/env";
import { readDray } from "../../formats/dray/read-dray";

interface Stop {
  readonly location: { readonly lat: number; readonly lng: number };
  readonly windows: readonly { readonly from: string; readonly to: string }[];
  readonly grams: number;
}

const SERVICE_SECONDS = 180;
const DEPOTS = [
  { lat: 55.649939, lng: 12.535182 },
  { lat: 55.6416, lng: 12.611813 },
  { lat: 55.693592, lng: 12.596642 },
];

/**
 * A day of parcels in Copenhagen: real addresses with the sample orders' windows and weights, vans at three depots from
 * seven to nine in the evening, priced by kilometre and hour. Where there are no samples, invented places and windows
 * of the same kind.
 */
export function dayProblem(stopCount: number, vanCount: number): RoutingProblem {
  const stops = (sampleStops() ?? inventedStops()).slice(0, stopCount);
  const file = {
    vehicles: Array.from({ length: vanCount }, (_, k) => ({
      id: `van ${k + 1}`,
      start: DEPOTS[k % DEPOTS.length],
      end: DEPOTS[k % DEPOTS.length],
      shift: { from: "07:00", to: "21:00" },
      capacity: [900_000],
      fixedCostCents: 3500,
      costPerKmCents: 35,
      costPerHourCents: 2400,
    })),
    visits: stops.map(({ location, windows, grams }, i) => ({
      id: `stop ${i + 1}`,
      location,
      windows,
      serviceSeconds: SERVICE_SECONDS,
      deliver: [grams],
    })),
  };
  return readDray(JSON.stringify(file)).problem;
}

interface OrderRow {
  readonly address: string;
  readonly postcode: string;
  readonly time_windows: string;
  readonly weight_kg: string;
}
interface AddressRow {
  readonly street: string;
  readonly house_number: string;
  readonly postcode: string;
  readonly lat: string;
  readonly lon: string;
}

/** The sample orders at their addresses, many of which come without a position. */
function sampleStops(): Stop[] | undefined {
  const folder = path.join(env.samplesDir, "copenhagen");
  if (!existsSync(folder)) return undefined;
  const rows = <Row>(file: string) => {
    return Papa.parse<Row>(readFileSync(path.join(folder, file), "utf8"), { header: true, skipEmptyLines: true }).data;
  };
  const positions = new Map(
    rows<AddressRow>("addresses.csv").map((row) => [
      `${row.street} ${row.house_number}, ${row.postcode}`,
      { lat: Number(row.lat), lng: Number(row.lon) },
    ]),
  );
  return rows<OrderRow>("orders-5000.csv").flatMap(({ address, postcode, time_windows, weight_kg }) => {
    const location = positions.get(`${address}, ${postcode}`);
    if (!location) return [];
    const windows = time_windows.split(";").map((window) => {
      const [from = "", to = ""] = window.split("-");
      return { from, to };
    });
    return [{ location, windows, grams: Math.round(Number(weight_kg) * 1000) }];
  });
}

const INVENTED = 5000;
const INVENTED_WINDOWS = [
  { from: "08:00", to: "20:00" },
  { from: "08:00", to: "12:00" },
  { from: "12:00", to: "16:00" },
  { from: "16:00", to: "20:00" },
];

function inventedStops(): Stop[] {
  // A Weyl sequence: evenly spread, and the same every time.
  const spread = (i: number, step: number) => (i * step) % 1;
  return Array.from({ length: INVENTED }, (_, i) => ({
    location: { lat: 55.62 + 0.1 * spread(i, 0.7548776662), lng: 12.48 + 0.16 * spread(i, 0.569840291) },
    windows: [INVENTED_WINDOWS[i % INVENTED_WINDOWS.length]!],
    grams: 500 + 100 * (i % 37),
  }));
}
