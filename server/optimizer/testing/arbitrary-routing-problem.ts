import fc from "fast-check";
import {
  type Loads,
  type Overtime,
  PRIORITIES,
  type RouteDone,
  type RoutingProblem,
  type RoutingVehicle,
  type RoutingVisit,
  type TimeWindow,
} from "@/server/domain/plan/routing-problem";

const HOUR = 3600;
const SKILLS = ["cold", "fragile"];
const FEATURES = ["lift"];

/**
 * Small problems in which every rule of the contract turns up, mostly together and often tightly; on request without
 * those about time and trips that have come last.
 */
export function arbitraryRoutingProblem({ isPlain = false } = {}): fc.Arbitrary<RoutingProblem> {
  return fc
    .record({ visitCount: fc.integer({ min: 1, max: 14 }), vehicleCount: fc.integer({ min: 1, max: 4 }) })
    .chain(({ visitCount, vehicleCount }) =>
      fc
        .record({
          places: fc.array(place(), { minLength: visitCount + 2, maxLength: visitCount + 2 }),
          slowness: fc.array(fc.integer({ min: 80, max: 140 }), { minLength: 2, maxLength: 2 }),
          visits: fc.array(visit(vehicleCount), { minLength: visitCount, maxLength: visitCount }),
          vehicles: fc.array(isPlain ? plainVehicle(visitCount) : vehicle(visitCount), {
            minLength: vehicleCount,
            maxLength: vehicleCount,
          }),
          pairs: fc.integer({ min: 0, max: 2 }),
          bindings: fc.array(fc.constantFrom("free", "free", "frozen", "locked", "warm"), {
            minLength: vehicleCount,
            maxLength: vehicleCount,
          }),
          prizes: fc.array(fc.integer({ min: 0, max: 8000 }), { maxLength: visitCount }),
          hasPrizes: rarely(),
          goal: fc.constantFrom("cost" as const, "fleet" as const),
        })
        .map((drawn) => assemble(drawn)),
    );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Drawn {
  readonly places: readonly Place[];
  readonly slowness: readonly number[];
  readonly visits: readonly Omit<RoutingVisit, "id" | "location">[];
  readonly vehicles: readonly Omit<RoutingVehicle, "id" | "frozenVisits" | "locked">[];
  readonly pairs: number;
  readonly bindings: readonly string[];
  readonly goal: "cost" | "fleet";
  readonly prizes: readonly number[];
  readonly hasPrizes: boolean;
}

function assemble(drawn: Drawn): RoutingProblem {
  const { places, slowness, visits, vehicles, pairs, bindings, goal } = drawn;
  // Visits dealt round the vehicles in turn: good enough to lock, freeze and start warm from.
  const dealt = vehicles.map((_, k) => [...visits.keys()].filter((visit) => visit % (vehicles.length + 1) === k));
  return {
    visits: visits.map((each, i) => ({
      ...each,
      id: `visit-${i}`,
      location: i + 2,
      // Pairs are (0, 1) and (2, 3), which are dealt to different vehicles unless there is just one.
      ...(i < 2 * pairs && i % 2 === 0 && i + 1 < visits.length ? { pairedDropoff: i + 1 } : {}),
      ...(drawn.hasPrizes && drawn.prizes[i] !== undefined ? { prizeCents: drawn.prizes[i] } : {}),
    })),
    vehicles: vehicles.map((each, k) => ({
      ...each,
      id: `vehicle-${k}`,
      frozenVisits: bindings[k] === "frozen" ? dealt[k]!.slice(0, 2) : [],
      locked: bindings[k] === "locked",
    })),
    matrices: slowness.map((percent) => matrix(places, percent)),
    objective: { goal },
    initialRoutes: dealt.map((route, k) => (bindings[k] === "free" ? [] : route)),
  };
}

function matrix(places: readonly Place[], percent: number) {
  const size = places.length;
  const legs = places.flatMap((a) => places.map((b) => Math.round(Math.hypot(a.x - b.x, a.y - b.y))));
  // Uphill, that is towards a larger y, is slower: durations are asymmetric.
  const climbs = places.flatMap((a) => places.map((b) => Math.max(0, b.y - a.y)));
  return {
    size,
    distanceMeters: Int32Array.from(legs),
    durationSeconds: Int32Array.from(legs, (meters, leg) => Math.round(((meters + climbs[leg]! / 4) * percent) / 1000)),
  };
}

/** So that most problems have few of the rarer wishes, and some have many at once. */
function rarely(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 4 }).map((draw) => draw === 4);
}

function place(): fc.Arbitrary<Place> {
  const coordinate = fc.integer({ min: 0, max: 20_000 });
  return fc.record({ x: coordinate, y: coordinate });
}

function loads(most: number): fc.Arbitrary<Loads> {
  const amount = fc.integer({ min: 0, max: most });
  return fc.tuple(amount, amount, fc.constant(1), fc.constant(0));
}

function windows(): fc.Arbitrary<TimeWindow[]> {
  const width = fc.integer({ min: HOUR / 4, max: 4 * HOUR });
  const from = fc.integer({ min: 7 * HOUR, max: 12 * HOUR });
  return fc.tuple(fc.integer({ min: 0, max: 2 }), from, width, width, width).map(([count, start, first, gap, second]) =>
    [
      { fromSeconds: start, toSeconds: start + first },
      { fromSeconds: start + first + gap, toSeconds: start + first + gap + second },
    ].slice(0, count),
  );
}

function visit(vehicleCount: number): fc.Arbitrary<Drawn["visits"][number]> {
  return fc.record(
    {
      serviceSeconds: fc.integer({ min: 0, max: HOUR / 2 }),
      windows: windows(),
      windowSemantics: fc.constantFrom("start" as const, "finish" as const),
      deliver: loads(20),
      pickup: fc.oneof(fc.constant<Loads>([0, 0, 0, 0]), loads(15)),
      skills: fc.subarray(SKILLS, { maxLength: 1 }),
      features: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(FEATURES) }),
      priority: fc.constantFrom(...PRIORITIES),
      allowedVehicles: fc.subarray([...Array(vehicleCount).keys()], { minLength: 1 }),
    },
    {
      requiredKeys: [
        "serviceSeconds",
        "windows",
        "windowSemantics",
        "deliver",
        "pickup",
        "skills",
        "features",
        "priority",
      ],
    },
  );
}

function vehicle(visitCount: number): fc.Arbitrary<Drawn["vehicles"][number]> {
  return fc
    .tuple(
      plainVehicle(visitCount),
      sometimes(overtime()),
      sometimes(done()),
      sometimes(fc.integer({ min: HOUR, max: 8 * HOUR })),
    )
    .map(([plain, overtime, done, maxWorkSeconds]) => ({
      ...plain,
      ...(overtime && { overtime }),
      ...(done && { done }),
      ...(maxWorkSeconds !== undefined && { maxWorkSeconds }),
    }));
}

function plainVehicle(visitCount: number): fc.Arbitrary<Drawn["vehicles"][number]> {
  const capacity = fc.integer({ min: 20, max: 90 });
  return fc.record(
    {
      profile: fc.integer({ min: 0, max: 1 }),
      startLocation: fc.integer({ min: 0, max: 1 }),
      endLocation: fc.integer({ min: 0, max: 1 }),
      shift: fc
        .tuple(fc.integer({ min: 6 * HOUR, max: 10 * HOUR }), fc.integer({ min: 2 * HOUR, max: 10 * HOUR }))
        .map(([fromSeconds, length]) => ({ fromSeconds, toSeconds: fromSeconds + length })),
      capacity: fc.tuple(capacity, capacity, fc.integer({ min: 2, max: 12 }), fc.constant(0)),
      skills: fc.subarray(SKILLS),
      features: fc.subarray(FEATURES),
      maxVisits: fc.integer({ min: 1, max: visitCount }),
      maxDistanceMeters: fc.integer({ min: 10_000, max: 150_000 }),
      maxDriveSeconds: fc.integer({ min: HOUR / 2, max: 4 * HOUR }),
      fixedCostCents: fc.integer({ min: 0, max: 5000 }),
      costPerKmCents: fc.integer({ min: 0, max: 100 }),
      costPerHourCents: fc.integer({ min: 0, max: 3000 }),
    },
    {
      requiredKeys: [
        "profile",
        "startLocation",
        "shift",
        "capacity",
        "skills",
        "features",
        "fixedCostCents",
        "costPerKmCents",
        "costPerHourCents",
      ],
    },
  );
}

function overtime(): fc.Arbitrary<Overtime> {
  return fc.record({
    maxSeconds: fc.integer({ min: 0, max: 3 * HOUR }),
    costPerHourCents: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6000 })),
  });
}

function done(): fc.Arbitrary<RouteDone> {
  return fc.record({
    visits: fc.integer({ min: 0, max: 2 }),
    distanceMeters: fc.integer({ min: 0, max: 20_000 }),
    driveSeconds: fc.integer({ min: 0, max: HOUR }),
    workSeconds: fc.integer({ min: 0, max: 2 * HOUR }),
    onBoard: loads(15),
  });
}

/** Present in one of four, so that rules meet each other in ever new company. */
function sometimes<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}
