import { type BenchmarkConvention, travelOf } from "./benchmark-convention";
import type { BenchmarkFile, BenchmarkRow } from "./benchmark-file";

export interface BenchmarkMeasure {
  readonly vehicles: number;
  /** In the file's units, as its convention counts them. */
  readonly distance: number;
  /** From leaving the depot as late as each route can to coming back, added up. */
  readonly duration: number;
  /** Numbers of the customers on no route. */
  readonly unassigned: readonly number[];
  /** What breaks a rule, in words; empty is the proof that nothing does. */
  readonly faults: readonly string[];
}

/** Sums of doubles may differ by this from what they would be exactly. */
const ROUNDING = 1e-7;

/**
 * Drives routes (lists of the file's customer numbers) anew in the arithmetic of the convention, from the file alone:
 * what is compared with published results, and proven before it is.
 */
export function measureBenchmarkRoutes(
  file: BenchmarkFile,
  convention: BenchmarkConvention,
  routes: readonly (readonly number[])[],
): BenchmarkMeasure {
  const travel = travelOf(file, convention);
  const indexOf = new Map(file.customers.map((row, i) => [row.number, i + 1]));
  const faults = [...checkRoster(file, routes)];
  let distance = 0;
  let duration = 0;
  for (const [k, route] of routes.entries()) {
    const known = route.filter((number) => indexOf.has(number));
    const driven = driveRoute(file, known, { perUnit: convention.perUnit, travel, indexOf });
    distance += driven.distance;
    duration += driven.duration;
    faults.push(...driven.faults.map((fault) => `route ${k + 1}: ${fault}`));
  }
  const served = new Set(routes.flat());
  return {
    vehicles: routes.filter((route) => route.length > 0).length,
    distance: distance / convention.perUnit,
    duration: duration / convention.perUnit,
    unassigned: file.customers.map((row) => row.number).filter((number) => !served.has(number)),
    faults,
  };
}

function* checkRoster(file: BenchmarkFile, routes: readonly (readonly number[])[]): Generator<string> {
  if (routes.length > file.vehicles) yield `${routes.length} routes, but ${file.vehicles} vehicles`;
  const known = new Set(file.customers.map((row) => row.number));
  const routeOf = new Map<number, number>();
  for (const [k, route] of routes.entries()) {
    for (const number of route) {
      if (!known.has(number)) yield `route ${k + 1} visits ${number}, who is not in the file`;
      if (routeOf.has(number)) yield `${number} is visited twice`;
      routeOf.set(number, k);
    }
  }
  for (const { number, dropoff } of file.customers) {
    if (dropoff !== undefined && routeOf.get(number) !== routeOf.get(dropoff)) {
      yield `pickup ${number} and drop-off ${dropoff} are not on one route`;
    }
  }
}

interface Ways {
  readonly perUnit: number;
  readonly travel: ArrayLike<number>;
  readonly indexOf: ReadonlyMap<number, number>;
}

function driveRoute(file: BenchmarkFile, route: readonly number[], { perUnit, travel, indexOf }: Ways) {
  const faults: string[] = [];
  const size = file.customers.length + 1;
  const depart = file.depot.ready * perUnit;
  let time = depart;
  let distance = 0;
  let waited = 0;
  /** How much later the route could leave without being late anywhere so far. */
  let slack = Number.POSITIVE_INFINITY;
  let from = 0;
  const goTo = (row: BenchmarkRow, to: number, what: string) => {
    const leg = travel[from * size + to]!;
    const arrival = time + leg;
    const start = Math.max(arrival, row.ready * perUnit);
    if (start > row.due * perUnit + ROUNDING) faults.push(`${what} at ${start / perUnit}, due at ${row.due}`);
    distance += leg;
    waited += start - arrival;
    slack = Math.min(slack, waited + row.due * perUnit - start);
    time = start + row.service * perUnit;
    from = to;
  };
  for (const number of route) {
    const index = indexOf.get(number)!;
    goTo(file.customers[index - 1]!, index, `${number} is served`);
  }
  if (route.length > 0) goTo({ ...file.depot, ready: 0, service: 0 }, 0, "it is back");
  faults.push(...checkLoad(file, route, indexOf));
  const duration = time - depart - Math.max(0, Math.min(slack, waited));
  return { distance, duration, faults };
}

function* checkLoad(file: BenchmarkFile, route: readonly number[], indexOf: Ways["indexOf"]): Generator<string> {
  const rows = route.map((number) => file.customers[indexOf.get(number)! - 1]!);
  const hasPairs = file.customers.some((row) => row.dropoff !== undefined);
  const onBoard = new Set<number>();
  const dropoffs = new Set(file.customers.map((row) => row.dropoff));
  let load = hasPairs ? 0 : rows.reduce((sum, row) => sum + row.demand, 0);
  if (load > file.capacity) yield `carries ${load}, at most ${file.capacity}`;
  if (!hasPairs) return;
  for (const row of rows) {
    load += row.demand;
    if (load > file.capacity) yield `carries ${load} after ${row.number}, at most ${file.capacity}`;
    if (dropoffs.has(row.number) && !onBoard.has(row.number)) yield `drop-off ${row.number} comes before its pickup`;
    if (row.dropoff !== undefined) onBoard.add(row.dropoff);
  }
}
