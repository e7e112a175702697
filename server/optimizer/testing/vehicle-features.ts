import fc from "fast-check";
import type { Loads, RoutingBreak, RoutingProblem, TravelMatrix } from "@/server/domain/plan/routing-problem";
import { DEPOTS, HOUR, MORNING } from "./plain-problem";
import { changeVehicles, mostly, type ProblemChange, type ProblemSize, upTo } from "./problem-change";

type Feature = (size: ProblemSize) => fc.Arbitrary<ProblemChange>;

/** A second matrix of slower vehicles, for which every way is different from the way back. */
export const profiles: Feature = (size) =>
  fc
    .tuple(
      changeVehicles(size, upTo(1), (profile) => ({ profile })),
      fc.array(fc.integer({ min: 80, max: 160 }), { minLength: 7, maxLength: 7 }),
    )
    .map(([ride, percents]) => (problem) => {
      const [fast] = problem.matrices;
      const stretch = (all: Int32Array, by: number) =>
        all.map((value, leg) => Math.round((value * percents[(leg * by) % percents.length]!) / 100));
      const slow = {
        size: fast!.size,
        durationSeconds: stretch(fast!.durationSeconds, 3),
        distanceMeters: stretch(fast!.distanceMeters, 5),
      };
      return ride({ ...problem, matrices: [fast!, slow] });
    });

/** A few legs that nobody can drive, in one direction, and on which nobody is bound to. */
export const unreachable: Feature = (size) =>
  fc
    .array(fc.tuple(upTo(size.visits + DEPOTS - 1), upTo(size.visits + DEPOTS - 1)), { minLength: 1, maxLength: 6 })
    .map((legs) => (problem) => {
      const bound = boundLegs(problem);
      const closed = legs.filter(([from, to]) => !bound.has(`${from}-${to}`));
      return { ...problem, matrices: problem.matrices.map((matrix) => closed.reduce(withoutLeg, matrix)) };
    });

/** From each start through what is bound to the end. */
function boundLegs({ visits, vehicles, initialRoutes }: RoutingProblem): ReadonlySet<string> {
  const legs = vehicles.flatMap(({ startLocation, endLocation, locked, frozenVisits }, k) => {
    const bound = locked ? (initialRoutes[k] ?? []) : frozenVisits;
    const places = [startLocation, ...bound.map((visit) => visits[visit]!.location), endLocation];
    return places.slice(1).map((to, i) => `${places[i]}-${to}`);
  });
  return new Set(legs);
}

function withoutLeg(matrix: TravelMatrix, [from, to]: readonly [number, number]): TravelMatrix {
  if (from === to) return matrix;
  const without = (all: Int32Array) => all.map((value, leg) => (leg === from * matrix.size + to ? -1 : value));
  return {
    ...matrix,
    durationSeconds: without(matrix.durationSeconds),
    distanceMeters: without(matrix.distanceMeters),
  };
}

export const openRoutes: Feature = (size) =>
  changeVehicles(size, fc.boolean(), (isOpen) => (isOpen ? { endLocation: undefined } : {}));

export const shortShifts: Feature = (size) =>
  changeVehicles(size, fc.tuple(upTo(2 * HOUR), fc.integer({ min: HOUR / 2, max: 3 * HOUR })), ([late, length]) => ({
    shift: { fromSeconds: MORNING + late, toSeconds: MORNING + late + length },
  }));

export const limits: Feature = (size) =>
  changeVehicles(
    size,
    fc.record(
      {
        maxVisits: fc.integer({ min: 1, max: size.visits }),
        maxDistanceMeters: fc.integer({ min: 10_000, max: 80_000 }),
        maxDriveSeconds: fc.integer({ min: HOUR / 4, max: 2 * HOUR }),
      },
      { requiredKeys: [] },
    ),
    (drawn) => drawn,
  );

export const maxWork: Feature = (size) =>
  changeVehicles(size, fc.integer({ min: HOUR / 2, max: 4 * HOUR }), (maxWorkSeconds) => ({ maxWorkSeconds }));

/** A shift that may be too short, and what more time costs. */
export const overtime: Feature = (size) =>
  changeVehicles(
    size,
    mostly(fc.tuple(upTo(2 * HOUR), fc.record({ maxSeconds: upTo(2 * HOUR), costPerHourCents: upTo(5000) }))),
    (drawn, { shift }) => {
      if (!drawn) return {};
      const toSeconds = Math.min(shift.toSeconds, shift.fromSeconds + drawn[0]);
      return { shift: { ...shift, toSeconds }, overtime: drawn[1] };
    },
  );

/** One or two in the hours in which a short route is under way; none of their windows goes back. */
export const breaks: Feature = (size) => {
  const drawn = fc.record({ wait: upTo(2 * HOUR), width: upTo(HOUR), durationSeconds: upTo(HOUR / 2) });
  return changeVehicles(size, mostly(fc.array(drawn, { minLength: 1, maxLength: 2 })), (all = []) => {
    const taken: RoutingBreak[] = [];
    for (const { wait, width, durationSeconds } of all) {
      const last = taken.at(-1);
      const fromSeconds = (last?.fromSeconds ?? MORNING) + wait;
      taken.push({ fromSeconds, toSeconds: Math.max(last?.toSeconds ?? 0, fromSeconds + width), durationSeconds });
    }
    return { breaks: taken };
  });
};

/** Vehicles that hold few parcels, and somewhere to fetch more. */
export const reload: Feature = (size) =>
  changeVehicles(
    size,
    mostly(
      fc.record({
        location: upTo(DEPOTS + size.visits - 1),
        durationSeconds: upTo(HOUR / 4),
        maxCount: fc.integer({ min: 1, max: 3 }),
        parcels: fc.integer({ min: 1, max: 3 }),
      }),
    ),
    (drawn, { capacity }) => {
      if (!drawn) return {};
      const { parcels, ...reloadTrips } = drawn;
      return { reload: reloadTrips, capacity: [capacity[0], capacity[1], Math.min(parcels, capacity[2]), capacity[3]] };
    },
  );

/** Routes under way, whose limits are half used up. */
export const done: Feature = (size) => {
  const onBoard = fc.tuple(upTo(3), upTo(0), upTo(2), upTo(1)).map((drawn): Loads => drawn);
  const soFar = fc.record({
    visits: upTo(5),
    distanceMeters: upTo(40_000),
    driveSeconds: upTo(HOUR),
    workSeconds: upTo(2 * HOUR),
    onBoard,
  });
  const left = fc.record({ visits: upTo(size.visits), distanceMeters: upTo(80_000), driveSeconds: upTo(2 * HOUR) });
  return changeVehicles(size, mostly(fc.tuple(soFar, left)), (drawn, { capacity }) => {
    if (!drawn) return {};
    const [behind, ahead] = drawn;
    return {
      done: behind,
      maxVisits: behind.visits + ahead.visits,
      maxDistanceMeters: behind.distanceMeters + ahead.distanceMeters,
      maxDriveSeconds: behind.driveSeconds + ahead.driveSeconds,
      capacity: [capacity[0], capacity[1], Math.min(capacity[2], 4), capacity[3]],
    };
  });
};

const hundredths = (count: number) => count / 100;

export const carbon: Feature = (size) =>
  fc
    .tuple(
      changeVehicles(size, mostly(upTo(100_000).map(hundredths)), (emissionGramsPerKm) =>
        emissionGramsPerKm ? { emissionGramsPerKm } : {},
      ),
      upTo(500),
    )
    .map(
      ([emit, carbonCentsPerKg]) =>
        (problem): RoutingProblem => ({ ...emit(problem), objective: { ...problem.objective, carbonCentsPerKg } }),
    );
