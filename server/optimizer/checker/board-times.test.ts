import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScheduleVehicle } from "@/server/domain/plan/route-schedule";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { scheduleRoute } from "@/server/domain/plan/schedule-route";
import { boardVisitAt, DEPOT, RULES } from "@/server/testing/board-builder";
import { checkSolution } from "./check-solution";
import { timeRoute } from "./time-route";

const HOUR = 3600;
const LEG_SECONDS = 420;
const LEG_METERS = 3000;

/** Doors on a few spots, the depot's among them, so that several in a row often share one. */
const door = fc.record({
  spot: fc.integer({ min: 0, max: 3 }),
  serviceSeconds: fc.integer({ min: 0, max: 1200 }),
  checkInSeconds: fc.constantFrom(0, 120, 600),
  window: fc.option(
    fc.record({ from: fc.integer({ min: 7 * HOUR, max: 13 * HOUR }), length: fc.integer({ min: 0, max: 2 * HOUR }) }),
  ),
  windowSemantics: fc.constantFrom("start" as const, "finish" as const),
});
const breaks = fc
  .array(
    fc.record({
      from: fc.integer({ min: 7 * HOUR, max: 13 * HOUR }),
      length: fc.integer({ min: 0, max: 2 * HOUR }),
      durationSeconds: fc.constantFrom(600, 1800),
    }),
    { maxLength: 2 },
  )
  .map((several) => {
    const ordered = several.sort((a, b) => a.from - b.from);
    return ordered.map(({ from, durationSeconds }, index) => {
      const toSeconds = Math.max(...ordered.slice(0, index + 1).map((each) => each.from + each.length));
      return { fromSeconds: from, toSeconds, durationSeconds };
    });
  });
const routes = fc.record({ doors: fc.array(door, { minLength: 1, maxLength: 8 }), isOpen: fc.boolean(), breaks });
type Route = typeof routes extends fc.Arbitrary<infer T> ? T : never;

/** The same route as the board has it and as the optimizer is asked about it; every way between two spots is alike. */
function bothWays({ doors, isOpen, breaks: due }: Route) {
  const shift = { fromSeconds: 8 * HOUR, toSeconds: 18 * HOUR };
  const rules: ScheduleVehicle = { ...RULES, shift, breaks: due };
  const visits = doors.map(({ spot, window, ...terms }, index) => {
    const windows = window ? [{ fromSeconds: window.from, toSeconds: window.from + window.length }] : [];
    // A window too short for the service is late from where it begins to one, from the arrival to the other.
    const fits = terms.windowSemantics === "start" || !window || window.length >= terms.serviceSeconds;
    return boardVisitAt(`v${index}`, spot * 10, 0, { ...terms, windows: fits ? windows : [] });
  });
  const spots = doors.map(({ spot }) => spot);
  const points = isOpen ? [0, ...spots] : [0, ...spots, 0];
  const legs = points.slice(1).map((spot, index) => {
    const stays = spot === points[index];
    return { durationSeconds: stays ? 0 : LEG_SECONDS, distanceMeters: stays ? 0 : LEG_METERS };
  });
  const size = 4;
  const matrix = (value: number) =>
    Int32Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 0 : value));
  const { startPosition: _, ...vehicleRules } = rules;
  const end = isOpen ? {} : { endLocation: 0 };
  const problem: RoutingProblem = {
    visits: visits.map((visit, index) => ({ ...visit, location: spots[index]! })),
    vehicles: [{ ...vehicleRules, id: "van", profile: 0, startLocation: 0, ...end, frozenVisits: [], locked: false }],
    matrices: [{ size, durationSeconds: matrix(LEG_SECONDS), distanceMeters: matrix(LEG_METERS) }],
    objective: { goal: "cost" },
    initialRoutes: [],
  };
  return { rules, visits, legs, problem };
}

test("a route is timed on the board as the optimizer's checker times it", () => {
  fc.assert(
    fc.property(routes, (route) => {
      const { rules, visits, legs, problem } = bothWays(route);
      const board = scheduleRoute(rules, visits, legs);
      const all = visits.map((_, index) => index);
      const taken = board.driverBreaks.map(({ before }, index) => ({ index, before }));
      const { timed } = timeRoute(problem, { vehicle: 0, visits: all, reloads: [], breaks: taken });
      expect(board).toMatchObject({
        startSeconds: timed.departureSeconds,
        endSeconds: timed.returnSeconds,
        waitSeconds: timed.waitSeconds,
        workSeconds: timed.workSeconds,
        driveSeconds: timed.driveSeconds,
        overtimeSeconds: timed.overtimeSeconds,
      });
      expect(board.driverBreaks.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds])).toEqual(
        timed.breaks.map(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]),
      );
      expect(board.breakLateSeconds).toBe(Math.max(0, ...timed.breaks.map(({ lateSeconds }) => lateSeconds)));
      board.stops.forEach((stop, index) => {
        const { arrivalSeconds, departureSeconds, ...checked } = timed.stops[index]!;
        expect(stop).toMatchObject({
          arriveSeconds: arrivalSeconds,
          checkInSeconds: checked.checkInSeconds,
          startSeconds: checked.startSeconds,
          departSeconds: departureSeconds,
        });
        expect(stop.breaks.find(({ rule }) => rule === "late")).toEqual(
          checked.lateSeconds > 0 ? { rule: "late", seconds: checked.lateSeconds } : undefined,
        );
      });
    }),
    { numRuns: 500 },
  );
});

test("where breaks can be taken without breaking a rule, the board takes them so, and none could be back earlier", () => {
  fc.assert(
    fc.property(routes, (route) => {
      const { rules, visits, legs, problem } = bothWays(route);
      const all = visits.map((_, index) => index);
      const check = (taken: readonly { index: number; before: number }[]) => {
        const left = { unassigned: [], costCents: 0 };
        const { violations, routes: timed } = checkSolution(problem, {
          ...{ routes: [all], reloads: [[]], breaks: [taken], ...left },
        });
        const broken = violations.filter(({ code }) => code !== "cost");
        return { isKept: broken.length === 0, returnSeconds: timed[0]!.earliestReturnSeconds };
      };
      const board = scheduleRoute(rules, visits, legs);
      const taken = check(board.driverBreaks.map(({ before }, index) => ({ index, before })));
      const others = placements(route.breaks.length, visits.length).map(check);
      const kept = others.filter(({ isKept }) => isKept);
      expect(taken.isKept).toBe(kept.length > 0);
      if (kept.length === 0) return;
      expect(board).toMatchObject({ lateStops: 0, breakLateSeconds: 0 });
      expect(taken.returnSeconds).toBe(Math.min(...kept.map(({ returnSeconds }) => returnSeconds)));
    }),
    { numRuns: 300 },
  );
});

/** Every way to take the first breaks, some or all, at places of a route. */
function placements(breaks: number, visits: number): { index: number; before: number }[][] {
  let all: { index: number; before: number }[][] = [[]];
  let last = all;
  for (let index = 0; index < breaks; index++) {
    last = last.flatMap((taken) =>
      Array.from({ length: visits + 1 - (taken.at(-1)?.before ?? 0) }, (_, step) => [
        ...taken,
        { index, before: (taken.at(-1)?.before ?? 0) + step },
      ]),
    );
    all = [...all, ...last];
  }
  return all;
}

test("doors in a row at one place share its check-in, and there is none where the route starts", () => {
  const at = (id: string, x: number) => boardVisitAt(id, x, 0, { serviceSeconds: 60, checkInSeconds: 300 });
  const leg = { durationSeconds: 100, distanceMeters: 900 };
  const stay = { durationSeconds: 0, distanceMeters: 0 };
  const visits = [at("depot", 0), at("a", 7), at("b", 7), at("c", 9)];
  const timed = scheduleRoute({ ...RULES, startPosition: DEPOT.position }, visits, [stay, leg, stay, leg, leg]);
  expect(timed.stops.map(({ checkInSeconds }) => checkInSeconds)).toEqual([0, 300, 0, 300]);
  expect(timed).toMatchObject({
    checkInSeconds: 600,
    waitSeconds: 0,
    endSeconds: timed.startSeconds + 300 + 600 + 240,
  });
});
