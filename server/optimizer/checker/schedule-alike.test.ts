import fc from "fast-check";
import { expect, it } from "vitest";
import type { RouteLeg } from "@/server/domain/plan/route-leg";
import type { ScheduleVisit } from "@/server/domain/plan/route-schedule";
import type { Loads, RoutingProblem, RoutingVisit } from "@/server/domain/plan/routing-problem";
import { scheduleRoute } from "@/server/domain/plan/schedule-route";
import { totalCents } from "./route-money";
import { timeRoute } from "./time-route";

const HOUR = 3600;
const NOTHING: Loads = [0, 0, 0, 0];
const seconds = fc.integer({ min: 0, max: 3000 });
const stops = fc.array(
  fc.record({
    serviceSeconds: fc.integer({ min: 0, max: 900 }),
    window: fc.option(
      fc.tuple(fc.integer({ min: 7 * HOUR, max: 16 * HOUR }), fc.integer({ min: 900, max: 2 * HOUR })),
      { nil: undefined },
    ),
    windowSemantics: fc.constantFrom("start" as const, "finish" as const),
    amount: fc.integer({ min: 0, max: 5 }),
    kind: fc.constantFrom("deliver", "pickup", "pair"),
    isReload: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);
const days = stops.chain((orders) => {
  const size = 2 * orders.length + 1;
  const ways = fc.array(fc.tuple(seconds, seconds), { minLength: size * size, maxLength: size * size });
  return fc.record({
    orders: fc.constant(orders),
    ways,
    isOpen: fc.boolean(),
    loadSeconds: fc.integer({ min: 0, max: 1800 }),
  });
});
type Day = typeof days extends fc.Arbitrary<infer T> ? T : never;

/** One route over all stops, as the optimizer's checker and as the desk see it; a pair's halves follow each other. */
function twice({ orders, ways, isOpen, loadSeconds }: Day) {
  const visits: RoutingVisit[] = [];
  const served: ScheduleVisit[] = [];
  const reloads: number[] = [];
  for (const { window, amount, kind, isReload, serviceSeconds, windowSemantics } of orders) {
    const from = window?.[0] ?? 0;
    const terms = {
      serviceSeconds,
      windowSemantics,
      windows: window ? [{ fromSeconds: from, toSeconds: from + window[1] }] : [],
      skills: [],
      features: [],
    };
    if (isReload && visits.length > 0) reloads.push(visits.length);
    const some: Loads = [0, 0, amount, 0];
    const add = (
      loads: Pick<RoutingVisit, "deliver" | "pickup">,
      pair: Partial<ScheduleVisit>,
      asked: Partial<RoutingVisit>,
    ) => {
      const id = `v${visits.length}`;
      served.push({ id, ...terms, ...loads, ...pair });
      visits.push({ id, location: visits.length + 1, priority: "normal", ...terms, ...loads, ...asked });
    };
    if (kind === "deliver") add({ deliver: some, pickup: NOTHING }, {}, {});
    else if (kind === "pickup") add({ deliver: NOTHING, pickup: some }, {}, {});
    else {
      const pairKey = `p${visits.length}`;
      const pairedDropoff = visits.length + 1;
      add({ deliver: NOTHING, pickup: some }, { pairKey, pairRole: "pickup" }, { pairedDropoff });
      add({ deliver: NOTHING, pickup: NOTHING }, { pairKey, pairRole: "dropoff" }, { deliver: some });
    }
  }
  const size = 2 * orders.length + 1;
  const vehicle = {
    shift: { fromSeconds: 8 * HOUR, toSeconds: 30 * HOUR },
    capacity: [9, 9, 9, 9] as const,
    skills: [],
    features: [],
    fixedCostCents: 5000,
    costPerKmCents: 40,
    costPerHourCents: 2500,
  };
  const problem: RoutingProblem = {
    visits,
    vehicles: [
      {
        id: "van",
        ...vehicle,
        profile: 0,
        startLocation: 0,
        ...(!isOpen && { endLocation: 0 }),
        reload: { location: 0, durationSeconds: loadSeconds, maxCount: 10 },
        frozenVisits: [],
        locked: false,
      },
    ],
    matrices: [
      {
        size,
        durationSeconds: Int32Array.from(ways, ([duration]) => duration),
        distanceMeters: Int32Array.from(ways, ([, distance]) => distance),
      },
    ],
    objective: { goal: "cost" },
    initialRoutes: [],
  };
  const leg = (from: number, to: number) => {
    const [durationSeconds, distanceMeters] = ways[from * size + to]!;
    return { durationSeconds, distanceMeters };
  };
  const legs = visits.map((_, index): RouteLeg => {
    if (!reloads.includes(index)) return leg(index, index + 1);
    return { ...leg(0, index + 1), reload: { leg: leg(index, 0), loadSeconds } };
  });
  if (!isOpen) legs.push(leg(visits.length, 0));
  return {
    checked: timeRoute(problem, { vehicle: 0, visits: visits.map((_, index) => index), reloads, breaks: [] }),
    scheduled: scheduleRoute(vehicle, served, legs),
  };
}

it("the desk times a route that loads again as the checker does, to the second and the cent", () => {
  fc.assert(
    fc.property(days, (day) => {
      const { checked, scheduled } = twice(day);
      const { timed, units } = checked;
      expect({
        departure: scheduled.startSeconds,
        return: scheduled.endSeconds,
        distance: scheduled.distanceMeters,
        drive: scheduled.driveSeconds,
        wait: scheduled.waitSeconds,
        cost: scheduled.costCents,
      }).toEqual({
        departure: timed.departureSeconds,
        return: timed.returnSeconds,
        distance: timed.distanceMeters,
        drive: timed.driveSeconds,
        wait: timed.waitSeconds,
        cost: totalCents(units),
      });
      expect(scheduled.stops.map((stop) => [stop.arriveSeconds, stop.startSeconds, stop.departSeconds])).toEqual(
        timed.stops.map((stop) => [stop.arrivalSeconds, stop.startSeconds, stop.departureSeconds]),
      );
      expect(scheduled.stops.map((stop) => stop.loadAfter)).toEqual(timed.stops.map((stop) => stop.loadsAfter));
      const late = scheduled.stops.map(({ breaks }) => breaks.find((each) => each.rule === "late")?.seconds ?? 0);
      expect(late).toEqual(timed.stops.map((stop) => stop.lateSeconds));
      expect(scheduled.stops.flatMap(({ reload }) => reload ?? [])).toEqual(
        timed.reloads.map((reload) => ({
          arriveSeconds: reload.arrivalSeconds,
          departSeconds: reload.departureSeconds,
          legSeconds: reload.legSeconds,
          legMeters: reload.legMeters,
        })),
      );
      const most = Math.max(
        timed.loadsAtStart[2],
        ...timed.stops.map((stop) => stop.loadsAfter[2]),
        ...timed.reloads.map((reload) => reload.loadsAfter[2]),
      );
      expect(scheduled.maxLoad[2]).toBe(most);
      const isOverloaded = scheduled.stops.some(({ breaks }) => breaks.some(({ rule }) => rule === "capacity"));
      expect(isOverloaded).toBe(most > 9);
      const worked = scheduled.driveSeconds + scheduled.serviceSeconds + scheduled.waitSeconds;
      expect(worked).toBe(scheduled.endSeconds - scheduled.startSeconds);
    }),
    { numRuns: 1000 },
  );
});
