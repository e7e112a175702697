import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";

/**
 * Units per unit of distance and time of a benchmark file. The DIMACS convention truncates Solomon's and Homberger's
 * distances, and so their times, to one decimal; X rounds to whole numbers.
 */
const DECIMALS = { solomon: 10, cvrplib: 1 } as const;
/** Cents per kilometre at which one benchmark unit costs a whole number of cents. */
const CENTS_PER_UNIT = 1000;

export interface BenchmarkInstance {
  readonly name: string;
  readonly problem: RoutingProblem;
  /** Distance in the benchmark's own unit, from the cost of a solution. */
  readonly distanceOf: (costCents: number) => number;
}

interface Row {
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

/** Reads a Solomon or Gehring & Homberger file: a depot and customers with one window each. */
export function readSolomon(name: string, text: string): BenchmarkInstance {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter((fields) => fields.length > 1 && fields.every((field) => !Number.isNaN(field)));
  const [[vehicles, capacity], ...customers] = lines as [[number, number], ...number[][]];
  const rows = customers.map(([, x, y, demand, ready, due, service]) => ({ x, y, demand, ready, due, service }) as Row);
  return instance(name, rows, { vehicles, capacity, scale: DECIMALS.solomon, round: Math.trunc });
}

/** Reads a CVRPLIB file with rounded Euclidean distances; the fleet is as large as anyone could need. */
export function readCvrplib(name: string, text: string): BenchmarkInstance {
  const capacity = Number(/CAPACITY\s*:\s*(\d+)/.exec(text)?.[1]);
  const section = (title: string) =>
    (text.split(`${title}\n`)[1] ?? text.split(`${title}\r\n`)[1] ?? text.split(new RegExp(`${title}\\s*\\n`))[1] ?? "")
      .split(/\r?\n/)
      .map((line) => line.trim().split(/\s+/).map(Number));
  const coordinates = section("NODE_COORD_SECTION").slice(0, Number(/DIMENSION\s*:\s*(\d+)/.exec(text)?.[1]));
  const demands = section("DEMAND_SECTION");
  const rows = coordinates.map(([, x, y], i) => {
    return { x: x!, y: y!, demand: demands[i]![1]!, ready: 0, due: 10_000_000, service: 0 };
  });
  const load = rows.reduce((sum, row) => sum + row.demand, 0);
  const vehicles = Math.ceil((1.3 * load) / capacity) + 3;
  return instance(name, rows, { vehicles, capacity, scale: DECIMALS.cvrplib, round: Math.round });
}

interface Fleet {
  readonly vehicles: number;
  readonly capacity: number;
  readonly scale: number;
  readonly round: (value: number) => number;
}

function instance(name: string, rows: readonly Row[], { vehicles, capacity, scale, round }: Fleet): BenchmarkInstance {
  const size = rows.length;
  const legs = new Int32Array(new SharedArrayBuffer(size * size * 4));
  for (const [i, a] of rows.entries()) {
    for (const [j, b] of rows.entries()) legs[i * size + j] = round(Math.hypot(a.x - b.x, a.y - b.y) * scale);
  }
  const [depot, ...customers] = rows;
  return {
    name,
    problem: {
      visits: customers.map((row, i) => visit(row, i, scale)),
      vehicles: Array.from({ length: vehicles }, (_, k) => vehicle(k, capacity, depot!.due * scale)),
      matrices: [{ size, durationSeconds: legs, distanceMeters: legs }],
      objective: { goal: "cost" },
      initialRoutes: [],
    },
    distanceOf: (costCents) => costCents / (scale * (CENTS_PER_UNIT / 1000)),
  };
}

function visit(row: Row, index: number, scale: number): RoutingVisit {
  return {
    id: String(index + 1),
    location: index + 1,
    serviceSeconds: row.service * scale,
    windows: [{ fromSeconds: row.ready * scale, toSeconds: row.due * scale }],
    windowSemantics: "start",
    deliver: [row.demand, 0, 0, 0],
    pickup: [0, 0, 0, 0],
    skills: [],
    features: [],
    priority: "normal",
  };
}

function vehicle(index: number, capacity: number, closesAt: number): RoutingVehicle {
  return {
    id: String(index + 1),
    profile: 0,
    startLocation: 0,
    endLocation: 0,
    shift: { fromSeconds: 0, toSeconds: closesAt },
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
