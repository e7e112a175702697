import fc from "fast-check";
import type { RoutingProblem, RoutingVehicle, RoutingVisit, TravelMatrix } from "@/server/domain/plan/routing-problem";
import { exactly, type ProblemSize, upTo } from "./problem-change";

export const HOUR = 3600;
/** When every shift begins, unless something else is asked for. */
export const MORNING = 8 * HOUR;
/** Locations 0 and 1 are depots, the others the visits' doors. */
export const DEPOTS = 2;

/** Visits and vehicles with nothing but places, times and prices: whatever is asked can be done. */
export function plainProblem(size: ProblemSize): fc.Arbitrary<RoutingProblem> {
  return fc
    .record({
      places: exactly(size.visits + DEPOTS, fc.record({ x: upTo(20_000), y: upTo(20_000) })),
      serviceSeconds: exactly(size.visits, upTo(HOUR / 2)),
      vehicles: exactly(
        size.vehicles,
        fc.record({
          startLocation: upTo(DEPOTS - 1),
          endLocation: upTo(DEPOTS - 1),
          fixedCostCents: upTo(5000),
          costPerKmCents: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
          costPerHourCents: upTo(3000),
        }),
      ),
    })
    .map(({ places, serviceSeconds, vehicles }) => ({
      visits: serviceSeconds.map((seconds, i) => plainVisit(i, seconds)),
      vehicles: vehicles.map((vehicle, k) => ({ ...plainVehicle(k), ...vehicle })),
      matrices: [travelBetween(places)],
      objective: { goal: "cost" },
      initialRoutes: [],
    }));
}

function plainVisit(index: number, serviceSeconds: number): RoutingVisit {
  return {
    id: `visit-${index}`,
    location: DEPOTS + index,
    serviceSeconds,
    windows: [],
    windowSemantics: "start",
    deliver: [0, 0, 1, 0],
    pickup: [0, 0, 0, 0],
    skills: [],
    features: [],
    priority: "normal",
  };
}

function plainVehicle(index: number): Omit<RoutingVehicle, "startLocation"> {
  return {
    id: `vehicle-${index}`,
    profile: 0,
    shift: { fromSeconds: MORNING, toSeconds: MORNING + 12 * HOUR },
    capacity: [100, 100, 100, 100],
    skills: [],
    features: [],
    fixedCostCents: 0,
    costPerKmCents: 0,
    costPerHourCents: 0,
    frozenVisits: [],
    locked: false,
  };
}

/** As the crow flies at 36 km/h. */
function travelBetween(places: readonly { readonly x: number; readonly y: number }[]): TravelMatrix {
  const legs = places.flatMap((a) => places.map((b) => Math.round(Math.hypot(a.x - b.x, a.y - b.y))));
  return {
    size: places.length,
    distanceMeters: Int32Array.from(legs),
    durationSeconds: Int32Array.from(legs, (meters) => Math.round(meters / 10)),
  };
}
