import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";

export interface GridProblem {
  readonly visits: number;
  readonly vehicles: number;
  readonly visit?: (index: number) => Partial<RoutingVisit>;
  readonly vehicle?: (index: number) => Partial<RoutingVehicle>;
  readonly goal?: "cost" | "fleet";
  readonly initialRoutes?: readonly (readonly number[])[];
}

const BLOCK_METERS = 1000;
const BLOCK_SECONDS = 100;
const COLUMNS = 10;

/**
 * Visits on the crossings of a town of square blocks, a kilometre and 100 seconds each, the depot on the crossing
 * before the first: location i stands at (i mod 10, ⌊i / 10⌋), and travel is the sum of both differences.
 */
export function gridProblem({ visits, vehicles, visit, vehicle, goal, initialRoutes }: GridProblem): RoutingProblem {
  const size = visits + 1;
  const blocks = Array.from({ length: size * size }, (_, leg) => blocksBetween(Math.floor(leg / size), leg % size));
  return {
    visits: Array.from({ length: visits }, (_, i) => ({ ...plainVisit(i), ...visit?.(i) })),
    vehicles: Array.from({ length: vehicles }, (_, k) => ({ ...plainVehicle(k), ...vehicle?.(k) })),
    matrices: [
      {
        size,
        distanceMeters: Int32Array.from(blocks, (count) => count * BLOCK_METERS),
        durationSeconds: Int32Array.from(blocks, (count) => count * BLOCK_SECONDS),
      },
    ],
    objective: { goal: goal ?? "cost" },
    initialRoutes: initialRoutes ?? [],
  };
}

function blocksBetween(from: number, to: number): number {
  const columns = Math.abs((from % COLUMNS) - (to % COLUMNS));
  return columns + Math.abs(Math.floor(from / COLUMNS) - Math.floor(to / COLUMNS));
}

function plainVisit(index: number): RoutingVisit {
  return {
    id: `visit-${index}`,
    location: index + 1,
    serviceSeconds: 60,
    windows: [],
    windowSemantics: "start",
    deliver: [1, 0, 0, 0],
    pickup: [0, 0, 0, 0],
    skills: [],
    features: [],
    priority: "normal",
  };
}

function plainVehicle(index: number): RoutingVehicle {
  return {
    id: `vehicle-${index}`,
    profile: 0,
    startLocation: 0,
    endLocation: 0,
    shift: { fromSeconds: 0, toSeconds: 36_000 },
    capacity: [20, 20, 20, 20],
    skills: [],
    features: [],
    fixedCostCents: 0,
    costPerKmCents: 100,
    costPerHourCents: 0,
    frozenVisits: [],
    locked: false,
  };
}
