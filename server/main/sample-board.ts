import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import type { BoardVisit, PlanBoard } from "@/server/domain/plan/plan-board";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { sectorSequences } from "./sector-sequences";

const HOUR = 3600;
const DEPOT = { lat: 55.6415, lng: 12.529 };

/**
 * A planned day for measuring: real orders of a sample file where there is one, else orders strewn over a town, in as
 * many routes as asked for, each a sector of the town driven by window, nearest first; the last orders are in the pool.
 * `isLate`: as it comes, most of it late. Otherwise windows that are missed are moved to where the route is on time, as
 * they would be in a plan of the optimizer's.
 */
export function sampleBoard(samplesDir: string, size: SampleSize, { isLate = false } = {}): PlanBoard {
  const { stops, routes, pool } = size;
  const file = path.join(samplesDir, "copenhagen", "orders-5000.csv");
  const visits = existsSync(file) ? ordersOf(file, stops + pool) : strewn(stops + pool);
  const sequences = sectorSequences(visits.slice(0, stops), routes, DEPOT);
  const capacity = [1_200_000, 12_000_000, 1_000, 1_000] as const;
  const rules = { capacity, shift: { fromSeconds: 6 * HOUR, toSeconds: 23 * HOUR } };
  const late = buildBoard(visits, sequences, { rules });
  return isLate ? late : buildBoard(onTime(late), sequences, { rules });
}

/** Missed windows become as long ones around the arrival. */
function onTime({ visits, routes }: PlanBoard): BoardVisit[] {
  const moved = new Map(visits);
  for (const { visitId, arriveSeconds, breaks } of routes.flatMap((route) => route.schedule.stops)) {
    if (!breaks.some((each) => each.rule === "late")) continue;
    const visit = visits.get(visitId)!;
    const { fromSeconds, toSeconds } = visit.windows.at(-1)!;
    const from = arriveSeconds - (arriveSeconds % (HOUR / 2));
    moved.set(visitId, { ...visit, windows: [{ fromSeconds: from, toSeconds: from + toSeconds - fromSeconds }] });
  }
  return [...moved.values()];
}

export interface SampleSize {
  readonly stops: number;
  readonly routes: number;
  readonly pool: number;
}

interface OrderRow {
  readonly external_id: string;
  readonly lat: string;
  readonly lon: string;
  readonly time_windows: string;
  readonly service_minutes: string;
  readonly weight_kg: string;
  readonly volume_l: string;
  readonly parcels: string;
}

/** Orders of the file that know where they are, round and round with a little offset until there are enough. */
function ordersOf(file: string, count: number): BoardVisit[] {
  const { data } = Papa.parse<OrderRow>(readFileSync(file, "utf8"), { header: true, skipEmptyLines: true });
  const located = data.filter((row) => row.lat !== "" && row.lon !== "");
  return Array.from({ length: count }, (_, index) => {
    const row = located[index % located.length]!;
    const round = Math.floor(index / located.length);
    return boardVisitAt(`${row.external_id}-${round}`, 0, 0, {
      position: { lat: Number(row.lat) + round * 0.0007, lng: Number(row.lon) + round * 0.0007 },
      windows: windowsOf(row.time_windows),
      serviceSeconds: Math.round(Number(row.service_minutes || 2) * 60),
      deliver: [
        Math.round(Number(row.weight_kg) * 1000),
        Math.round(Number(row.volume_l) * 1000),
        Number(row.parcels),
        0,
      ],
    });
  });
}

/** "08:00-10:00;16:00-20:00". */
function windowsOf(text: string): { fromSeconds: number; toSeconds: number }[] {
  const seconds = (clock = "0:0") => {
    const [hours = 0, minutes = 0] = clock.split(":").map(Number);
    return hours * HOUR + minutes * 60;
  };
  return text
    .split(";")
    .filter(Boolean)
    .map((window) => {
      const [from, to] = window.split("-");
      return { fromSeconds: seconds(from), toSeconds: seconds(to) };
    });
}

function strewn(count: number): BoardVisit[] {
  return Array.from({ length: count }, (_, index) => {
    const from = (8 + (index % 9)) * HOUR;
    return boardVisitAt(`order-${index}`, ((index * 37) % 97) - 48, ((index * 61) % 89) - 44, {
      windows: index % 3 === 0 ? [{ fromSeconds: from, toSeconds: from + 2 * HOUR }] : [],
    });
  });
}
