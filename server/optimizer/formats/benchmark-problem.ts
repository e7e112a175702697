import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";
import { type BenchmarkConvention, type BenchmarkObjective, travelOf } from "./benchmark-convention";
import type { BenchmarkFile, BenchmarkRow } from "./benchmark-file";

/** Cents per kilometre at which one unit of distance costs one cent. */
const CENTS_PER_UNIT = 1000;
/** Whole numbers that stand for one unit of double precision, unless times would grow beyond the solver's integers. */
const FINEST = 10_000;
const LONGEST = 500_000_000;
/** What multiplying a double may add to a whole number. */
const ROUNDING = 1e-6;

/**
 * A benchmark file as a question to the optimizer. Where distances are doubles, travel is rounded up on a scale of
 * 1:10,000, so that whatever is in time in whole numbers is in time in doubles.
 */
export function benchmarkProblem(
  file: BenchmarkFile,
  convention: BenchmarkConvention,
  objective: BenchmarkObjective,
): RoutingProblem {
  const travel = travelOf(file, convention);
  const scale = convention.isWhole ? 1 : scaleFor(file, travel);
  const legs = new Int32Array(new SharedArrayBuffer(travel.length * 4));
  for (let leg = 0; leg < legs.length; leg++) legs[leg] = Math.ceil(travel[leg]! * scale - ROUNDING);
  const perUnit = convention.perUnit * scale;
  const indexOf = new Map(file.customers.map((row, i) => [row.number, i]));
  return {
    visits: file.customers.map((row, i) => visit(row, i, { perUnit, indexOf })),
    vehicles: Array.from({ length: file.vehicles }, (_, k) => vehicle(file, k, perUnit)),
    matrices: [{ size: file.customers.length + 1, durationSeconds: legs, distanceMeters: legs }],
    objective: { goal: objective === "fleet" ? "fleet" : "cost" },
    initialRoutes: [],
  };
}

function scaleFor({ depot }: BenchmarkFile, travel: ArrayLike<number>): number {
  let longest = depot.due;
  for (let leg = 0; leg < travel.length; leg++) longest = Math.max(longest, travel[leg]!);
  let scale = FINEST;
  while (scale > 1 && longest * scale > LONGEST) scale /= 10;
  return scale;
}

interface Units {
  readonly perUnit: number;
  readonly indexOf: ReadonlyMap<number, number>;
}

function visit(row: BenchmarkRow, index: number, { perUnit, indexOf }: Units): RoutingVisit {
  const { dropoff, demand } = row;
  return {
    id: String(row.number),
    location: index + 1,
    serviceSeconds: Math.ceil(row.service * perUnit),
    windows: [{ fromSeconds: Math.ceil(row.ready * perUnit), toSeconds: Math.floor(row.due * perUnit) }],
    windowSemantics: "start",
    deliver: [dropoff === undefined ? Math.abs(demand) : 0, 0, 0, 0],
    pickup: [dropoff === undefined ? 0 : demand, 0, 0, 0],
    skills: [],
    features: [],
    priority: "normal",
    ...(dropoff !== undefined && { pairedDropoff: indexOf.get(dropoff)! }),
  };
}

function vehicle({ depot, capacity }: BenchmarkFile, index: number, perUnit: number): RoutingVehicle {
  return {
    id: String(index + 1),
    profile: 0,
    startLocation: 0,
    endLocation: 0,
    shift: { fromSeconds: Math.ceil(depot.ready * perUnit), toSeconds: Math.floor(depot.due * perUnit) },
    capacity: [capacity, 0, 0, 0],
    skills: [],
    features: [],
    fixedCostCents: 0,
    costPerKmCents: CENTS_PER_UNIT,
    costPerHourCents: 0,
    frozenVisits: [],
    locked: false,
  };
}
