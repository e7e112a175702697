import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { driveSteps } from "./drive-steps";
import type { PlannedRoute } from "./planned-route";
import { routeSteps } from "./route-steps";
import { timeRoute } from "./time-route";

/** Three visits 1, 2 and 3 blocks from the depot: a block is a kilometre and 100 seconds, service takes 60. */
function problem(
  visit: (index: number) => Partial<RoutingVisit>,
  vehicle: Partial<RoutingVehicle> = {},
): RoutingProblem {
  return gridProblem({ visits: 3, vehicles: 1, visit, vehicle: () => vehicle });
}

const route: PlannedRoute = { vehicle: 0, visits: [0, 1, 2], reloads: [], breaks: [] };

describe("timeRoute", () => {
  it("says when and with what on board everything happens, trip by trip", () => {
    const asked = problem(
      (i) => (i === 2 ? { windows: [{ fromSeconds: 1400, toSeconds: 1400 }] } : { checkInSeconds: 10 }),
      {
        reload: { location: 0, durationSeconds: 300, maxCount: 1 },
        breaks: [{ fromSeconds: 300, toSeconds: 400, durationSeconds: 50 }],
        emissionGramsPerKm: 150,
      },
    );
    const { timed } = timeRoute(asked, { ...route, reloads: [1], breaks: [{ index: 0, before: 1 }] });
    // Left at 230 to be at the break when it may begin at last, at 400: leaving any later would miss it.
    expect(timed).toMatchObject({
      departureSeconds: 230,
      loadsAtStart: [1, 0, 0, 0],
      stops: [
        { visit: 0, trip: 0, arrivalSeconds: 330, checkInSeconds: 10, startSeconds: 340, departureSeconds: 400 },
        {
          visit: 1,
          trip: 1,
          arrivalSeconds: 1050,
          startSeconds: 1060,
          departureSeconds: 1120,
          loadsAfter: [1, 0, 0, 0],
        },
        { visit: 2, trip: 1, arrivalSeconds: 1220, startSeconds: 1400, legSeconds: 100, legMeters: 1000 },
      ],
      breaks: [{ index: 0, before: 1, startSeconds: 400, endSeconds: 450, lateSeconds: 0 }],
      reloads: [{ before: 1, arrivalSeconds: 550, departureSeconds: 850, legMeters: 1000, loadsAfter: [2, 0, 0, 0] }],
      returnSeconds: 1760,
      earliestReturnSeconds: 1760,
      distanceMeters: 8000,
      driveSeconds: 800,
      workSeconds: 1760 - 230 - 50,
      waitSeconds: 180,
      overtimeSeconds: 0,
      emissionGrams: 1200,
    });
  });

  it("prices each part, and overtime on top of work", () => {
    const asked = {
      ...problem(() => ({}), {
        shift: { fromSeconds: 0, toSeconds: 420 },
        fixedCostCents: 1000,
        costPerKmCents: 50,
        costPerHourCents: 3600,
        overtime: { maxSeconds: 600, costPerHourCents: 1800 },
        emissionGramsPerKm: 200,
      }),
      objective: { goal: "cost", carbonCentsPerKg: 25 } as const,
    };
    const money = { fixedCents: 1000, distanceCents: 300, timeCents: 780, overtimeCents: 180, carbonCents: 30 };
    expect(timeRoute(asked, route).timed).toMatchObject({ overtimeSeconds: 360, workSeconds: 780, money });
  });

  it("has no fixed cost left on a route under way, and none at all on an unused one", () => {
    const done = { visits: 1, distanceMeters: 1, driveSeconds: 1, workSeconds: 1, onBoard: [0, 0, 0, 0] as const };
    const asked = problem(() => ({}), { fixedCostCents: 1000, done });
    expect(timeRoute(asked, route).timed.money).toMatchObject({ fixedCents: 0, distanceCents: 600 });
    expect(
      timeRoute(
        problem(() => ({}), { fixedCostCents: 1000 }),
        { ...route, visits: [] },
      ).timed,
    ).toMatchObject({
      money: { fixedCents: 0, distanceCents: 0, timeCents: 0 },
      workSeconds: 0,
      distanceMeters: 0,
    });
  });

  it("leaves as late as what is late anyway gets no later", () => {
    const asked = problem(
      (i) =>
        [{ windows: [{ fromSeconds: 0, toSeconds: 60 }] }, {}, { windows: [{ fromSeconds: 900, toSeconds: 999 }] }][i]!,
    );
    const { timed } = timeRoute(asked, route);
    expect(timed).toMatchObject({ departureSeconds: 0, stops: [{ lateSeconds: 40, startSeconds: 100 }, {}, {}] });
  });

  it("may leave for later windows and return later, if that is less work within the shift", () => {
    const windows = [
      { fromSeconds: 0, toSeconds: 100 },
      { fromSeconds: 2000, toSeconds: 2000 },
    ];
    const last = { windows: [{ fromSeconds: 2160, toSeconds: 3000 }] };
    const asked = problem((i) => [{ windows }, last, {}][i]!, { shift: { fromSeconds: 0, toSeconds: 2680 } });
    expect(timeRoute(asked, route).timed).toMatchObject({ departureSeconds: 1900, workSeconds: 780 });
    const hurried = problem((i) => [{ windows }, last, {}][i]!, {
      breaks: [{ fromSeconds: 9000, toSeconds: 9000, durationSeconds: 0 }],
    });
    expect(timeRoute(hurried, route).timed).toMatchObject({ departureSeconds: 1900, workSeconds: 780 });
  });
});

describe("the departure that counts", () => {
  const time = fc.integer({ min: 0, max: 120 });
  const windows = fc
    .uniqueArray(time, { minLength: 4, maxLength: 4 })
    .map((drawn) => drawn.toSorted((a, b) => a - b))
    .chain(([a, b, c, d]) =>
      fc.constantFrom(
        [],
        [{ fromSeconds: a!, toSeconds: b! }],
        [
          { fromSeconds: a!, toSeconds: b! },
          { fromSeconds: c!, toSeconds: d! },
        ],
      ),
    );
  const small = fc.record({
    visits: fc.array(
      fc.record({
        windows,
        serviceSeconds: fc.integer({ min: 0, max: 9 }),
        checkInSeconds: fc.integer({ min: 0, max: 5 }),
        location: fc.integer({ min: 0, max: 3 }),
        windowSemantics: fc.constantFrom("start" as const, "finish" as const),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    shift: fc.tuple(time, time).map(([a, b]) => ({ fromSeconds: Math.min(a, b), toSeconds: Math.max(a, b) })),
    breaks: fc.array(fc.record({ fromSeconds: time, width: time, durationSeconds: fc.integer({ min: 0, max: 9 }) }), {
      maxLength: 1,
    }),
    isOpen: fc.boolean(),
  });

  it("is the one that trying every second finds", () => {
    fc.assert(
      fc.property(small, ({ visits, shift, breaks, isOpen }) => {
        const asked = problem((i) => visits[i]!, {
          shift,
          breaks: breaks.map(({ width, ...each }) => ({ ...each, toSeconds: each.fromSeconds + width })),
          ...(isOpen ? { endLocation: undefined } : {}),
        });
        asked.matrices[0]!.durationSeconds.forEach((seconds, leg, all) => {
          all[leg] = seconds / 20;
        });
        const planned = { ...route, breaks: breaks.map((_, index) => ({ index, before: 1 })) };
        const { timed } = timeRoute(asked, planned);
        const steps = routeSteps(asked, planned);
        const leave = (departure: number) => driveSteps(asked, 0, steps, departure);
        const earliest = leave(shift.fromSeconds);
        const lastReturn =
          breaks.length > 0 ? earliest.returnSeconds : Math.max(shift.toSeconds, earliest.returnSeconds);
        const counting = Array.from({ length: 121 }, (_, later) => leave(shift.fromSeconds + later)).filter(
          (drive) =>
            drive.departureSeconds <= shift.toSeconds &&
            drive.returnSeconds <= lastReturn &&
            drive.times.every(
              (each, i) => each.lateSeconds === 0 || each.startSeconds === earliest.times[i]!.startSeconds,
            ),
        );
        const durations = counting.map((drive) => drive.returnSeconds - drive.departureSeconds);
        expect(timed.returnSeconds - timed.departureSeconds).toBe(Math.min(...durations));
        if (breaks.length > 0) expect(timed.departureSeconds).toBe(counting.at(-1)!.departureSeconds);
      }),
      { numRuns: 200 },
    );
  });
});
