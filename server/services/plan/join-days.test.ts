import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VisitTimes } from "@/server/domain/order/allowed-days";
import type { RoutingSolution } from "@/server/domain/plan/routing-problem";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { buildRoutingProblem } from "./build-routing-problem";
import { type JoinableDay, joinDays, joinedAcross, mayChangeDay } from "./join-days";
import { splitDays } from "./split-days";

const DATES = ["2026-06-08", "2026-06-09", "2026-06-10"];
const WAY = { startFrom: "current", keepDrivers: false, balance: null, clustering: 0 } as const;
const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 6 })
  .map((marks) => marks.sort((a, b) => a - b))
  .map((marks) =>
    Array.from({ length: Math.floor(marks.length / 2) }, (_, i) => ({
      fromSeconds: marks[2 * i]! * 3600,
      toSeconds: marks[2 * i + 1]! * 3600,
    })),
  );
const times: fc.Arbitrary<VisitTimes | null> = fc.option(
  fc.record({ windows, windowSemantics: fc.constantFrom("start" as const, "finish" as const) }),
);
/** A door: its day, and when it may be served on each. */
const door = fc.record({ home: fc.nat({ max: 2 }), on: fc.tuple(times, times, times), isPlanned: fc.boolean() });
const planning = fc.record({
  doors: fc.array(door, { minLength: 1, maxLength: 8 }),
  drivers: fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })),
  isOpen: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
});

/** Days as a planning reads them; what may not be made on its own day is not on a route. */
function joinable({
  doors,
  drivers,
  isOpen,
}: typeof planning extends fc.Arbitrary<infer T> ? T : never): JoinableDay[] {
  return DATES.map((date, day) => {
    const own = doors.flatMap(({ home, on, isPlanned }, index) =>
      home === day && on[day] !== null
        ? [{ id: `v${index}`, isPlanned, visit: boardVisitAt(`v${index}`, index + 1, day, { ...on[day] }) }]
        : [],
    );
    const onRoute = drivers[day]! > 0 ? own.filter(({ isPlanned }) => isPlanned).map(({ id }) => id) : [];
    const sequences = Array.from({ length: drivers[day]! }, (_, route) => (route === 0 ? onRoute : []));
    const visits = own.map(({ visit }) => visit);
    const route = (index: number) => ({ id: `${date} ${index}` });
    const board = buildBoard(visits, sequences, { date, route });
    const timesOf = (id: string) => doors[Number(id.slice(1))]!.on[day]!;
    const mayGo = (id: string) => mayChangeDay(board, id, false);
    return { board, built: buildRoutingProblem(board, WAY), isOpen: isOpen[day]!, mayGo, timesOf };
  });
}

describe("days joined into one question", () => {
  it("let each visit be served by the vehicles of the days it may be made on, at its times there, and at no other", () => {
    fc.assert(
      fc.property(planning, (drawn) => {
        const days = joinable(drawn);
        const { problem, visitIds, firstVehicles, homeDays, laterSeconds, routes } = joinDays(days);
        expect(problem.vehicles).toHaveLength(routes.length);
        for (const [index, visit] of problem.visits.entries()) {
          const allowed = new Set(visit.allowedVehicles ?? problem.vehicles.keys());
          for (const [day, { isOpen, timesOf, built }] of days.entries()) {
            const own = isOpen || day === homeDays[index] ? timesOf(visitIds[index]!) : null;
            const vehicles = built.routes.map((_, vehicle) => firstVehicles[day]! + vehicle);
            expect(vehicles.every((vehicle) => allowed.has(vehicle) === (own !== null))).toBe(true);
            if (own === null || vehicles.length === 0) continue;
            for (let hour = 0; hour < 48; hour++) {
              const isIn = (begin: number, given: VisitTimes) => {
                const end = begin + (given.windowSemantics === "finish" ? visit.serviceSeconds : 0);
                const holds = given.windows.some((each) => each.fromSeconds <= begin && end <= each.toSeconds);
                return given.windows.length === 0 || holds;
              };
              const begin = hour * 3600;
              expect(isIn(begin + laterSeconds[day]!, visit), `${visitIds[index]} on day ${day} at ${hour}`).toBe(
                isIn(begin, own),
              );
            }
          }
        }
      }),
    );
  });

  it("keep each day's own question", () => {
    fc.assert(
      fc.property(planning, (drawn) => {
        const days = joinable(drawn);
        const { problem, positions, firstVehicles, laterSeconds, visitIds } = joinDays(days);
        for (const [day, { built }] of days.entries()) {
          for (const [index, vehicle] of built.problem.vehicles.entries()) {
            const joined = problem.vehicles[firstVehicles[day]! + index]!;
            expect(joined.shift.fromSeconds).toBe(vehicle.shift.fromSeconds + laterSeconds[day]!);
            expect(joined.shift.toSeconds).toBe(vehicle.shift.toSeconds + laterSeconds[day]!);
            expect(positions[joined.startLocation]).toEqual(built.positions[vehicle.startLocation]);
            const initial = built.problem.initialRoutes[index]!.map((visit) => built.visitIds[visit]);
            expect(problem.initialRoutes[firstVehicles[day]! + index]!.map((visit) => visitIds[visit])).toEqual(
              initial,
            );
          }
        }
        const at = problem.visits.map(({ location }) => positions[location]);
        const own = days.flatMap(({ built }) => built.problem.visits.map(({ location }) => built.positions[location]));
        expect(at).toEqual(own);
      }),
    );
  });
});

describe("the common clock", () => {
  const at = (...hours: number[]): VisitTimes => ({
    windows: hours.map((hour) => ({ fromSeconds: hour * 3600, toSeconds: (hour + 1) * 3600 })),
    windowSemantics: "start",
  });
  const laterOn = (...doors: (VisitTimes | null)[][]) => {
    const drawn = doors.map((on) => ({ home: 0, on: on as [VisitTimes, VisitTimes, VisitTimes], isPlanned: false }));
    return joinDays(joinable({ doors: drawn, drivers: [1, 1, 1], isOpen: [true, true, true] })).laterSeconds;
  };

  it("is one for all days on which times are the same, and days apart for those on which they are not", () => {
    expect(laterOn([at(9), at(9), at(9)], [at(), at(), null])).toEqual([0, 0, 0]);
    const apart = 3 * 86_400;
    expect(laterOn([at(9), at(10), at(9)])).toEqual([0, apart, 0]);
    expect(laterOn([at(9), at(10), null], [at(9), null, at(9)], [at(), at(8), at(8)])).toEqual([0, apart, apart]);
    expect(laterOn([at(9), at(10), at(11)])).toEqual([0, apart, 2 * apart]);
  });
});

describe("an answer split into days", () => {
  it("says of each day what is on its routes, what comes from other days, and what is left out there", () => {
    fc.assert(
      fc.property(planning, fc.array(fc.nat()), (drawn, choices) => {
        const days = joinable(drawn);
        const joined = joinDays(days);
        const routes = joined.routes.map((): number[] => []);
        const left: number[] = [];
        for (const [visit, { allowedVehicles }] of joined.problem.visits.entries()) {
          const allowed = allowedVehicles ?? [...routes.keys()];
          const chosen = allowed[(choices[visit] ?? 0) % (allowed.length + 1)];
          if (chosen === undefined) left.push(visit);
          else routes[chosen]!.push(visit);
        }
        const none = { reloads: routes.map(() => []), breaks: routes.map(() => []) };
        const figures = { costCents: 0, iterations: 0, elapsedSeconds: 0, stopReason: "iterations" as const };
        const perVehicle = routes.map(() => ({ rule: "capacity" as const, shortfall: 1 }));
        const unassigned = left.map((visit) => ({ visit, reasons: [], perVehicle }));
        const solution: RoutingSolution = { routes, ...none, unassigned, ...figures };
        const parts = splitDays(days, joined, solution);
        expect(parts.flatMap((part) => part.solution.routes)).toEqual(routes);
        for (const [day, { board, built, solution: own, brought }] of parts.entries()) {
          expect(own.routes).toHaveLength(built.routes.length);
          const served = own.routes.flat().map((visit) => joined.visitIds[visit]!);
          expect(served.every((visitId) => board.visits.has(visitId))).toBe(true);
          const strangers = own.routes.flat().filter((visit) => joined.homeDays[visit] !== day);
          expect(brought).toHaveLength(strangers.length);
          expect(brought.every(({ fromDate }) => fromDate !== DATES[day])).toBe(true);
          expect(own.unassigned.map(({ visit }) => visit)).toEqual(
            left.filter((visit) => joined.homeDays[visit] === day),
          );
          for (const { perVehicle: here = [], reasons } of own.unassigned) {
            expect(here).toHaveLength(built.routes.length);
            expect(reasons[0]!.rule).toBe(joined.routes.length > 0 ? "capacity" : "no-vehicle");
          }
        }
      }),
    );
  });
});

describe("mayChangeDay", () => {
  it("lets go what is nobody's yet and nothing that is fixed, sent or half of something that is", () => {
    const pair = { pairKey: "p", deliveryId: "p" };
    const board = buildBoard(
      [
        boardVisitAt("free", 1, 1),
        boardVisitAt("planned", 2, 1),
        boardVisitAt("lost", 3, 1, { position: null, obstacle: "unlocated" }),
        boardVisitAt("held", 4, 1, { status: "assigned" }),
        boardVisitAt("up", 5, 1, { ...pair, pairRole: "pickup" }),
        boardVisitAt("down", 6, 1, { ...pair, pairRole: "dropoff", status: "assigned" }),
      ],
      [["planned"]],
    );
    const ids = ["free", "planned", "lost", "held", "up", "down"];
    expect(ids.filter((id) => mayChangeDay(board, id, false))).toEqual(["free", "planned"]);
    expect(ids.filter((id) => mayChangeDay(board, id, true))).toEqual(["free"]);
    const shut = { ...board, routes: board.routes.map((route) => ({ ...route, locked: true })) };
    expect(ids.filter((id) => mayChangeDay(shut, id, false))).toEqual(["free"]);
  });
});

describe("joinedAcross", () => {
  it("names both halves where they are of different days, and neither where they are of one", () => {
    const half = (id: string, key: string) => boardVisitAt(id, 1, 1, { joined: { key, loads: [0, 0, 1, 0] } });
    const boards = [
      buildBoard([half("p", "one"), half("d", "one"), half("a", "two")], []),
      buildBoard([half("b", "two"), boardVisitAt("x", 2, 2)], []),
    ];
    expect([...joinedAcross(boards)]).toEqual(["a", "b"]);
  });
});
