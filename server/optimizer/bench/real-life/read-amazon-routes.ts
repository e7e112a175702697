import Papa from "papaparse";
import { type DrayProblem, readDray } from "../../formats/dray/read-dray";

/** A van's day as it was driven. */
export interface AmazonRoute {
  readonly id: string;
  readonly asked: DrayProblem;
  /** Visit indices in the order the driver really went. */
  readonly driven: readonly number[];
}

interface Row {
  readonly route_id: string;
  readonly date: string;
  readonly departure_utc: string;
  readonly vehicle_capacity_m3: string;
  readonly actual_seq: string;
  readonly stop_id: string;
  readonly type: string;
  readonly lat: string;
  readonly lng: string;
  readonly volume_m3: string;
  readonly service_s: string;
  readonly tw_start_utc: string;
  readonly tw_end_utc: string;
}

const CUBIC_CENTIMETERS = 1_000_000;
/** How long after leaving the station a driver may be back. */
const LONGEST_DAY_SECONDS = 14 * 3600;
const CENTS_PER_HOUR = 3600;

/**
 * Reads routes of the Amazon Last Mile Routing Research Challenge: one van from its station and back, stops with
 * volumes, service times and windows. What counts is the time it takes, travel being estimated for a van.
 */
export function readAmazonRoutes(csv: string): AmazonRoute[] {
  const { data } = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true });
  const ids = [...new Set(data.map((row) => row.route_id))];
  return ids.map((id) =>
    readRoute(
      id,
      data.filter((row) => row.route_id === id),
    ),
  );
}

function readRoute(id: string, rows: readonly Row[]): AmazonRoute {
  const station = rows.find((row) => row.type === "Station")!;
  const stops = rows.filter((row) => row !== station);
  const midnight = Date.parse(`${station.date}T00:00:00Z`);
  const secondsAt = (moment: string) => Math.max(0, (Date.parse(`${moment.replace(" ", "T")}Z`) - midnight) / 1000);
  const departure = secondsAt(`${station.date} ${station.departure_utc}`);
  const depot = { lat: Number(station.lat), lng: Number(station.lng) };
  const file = {
    vehicles: [
      {
        id: "van",
        start: depot,
        end: depot,
        shift: { from: departure, to: departure + LONGEST_DAY_SECONDS },
        capacity: [Math.round(Number(station.vehicle_capacity_m3) * CUBIC_CENTIMETERS)],
        costPerHourCents: CENTS_PER_HOUR,
      },
    ],
    visits: stops.map((row) => ({
      id: row.stop_id,
      location: { lat: Number(row.lat), lng: Number(row.lng) },
      serviceSeconds: Math.round(Number(row.service_s)),
      deliver: [Math.round(Number(row.volume_m3) * CUBIC_CENTIMETERS)],
      ...(row.tw_end_utc !== "" && { windows: [{ from: secondsAt(row.tw_start_utc), to: secondsAt(row.tw_end_utc) }] }),
    })),
  };
  const order = [...stops.keys()].sort((a, b) => Number(stops[a]!.actual_seq) - Number(stops[b]!.actual_seq));
  return { id, asked: readDray(JSON.stringify(file)), driven: order };
}
