import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard, underWayAt } from "@/server/testing/board-builder";
import { applyRemoval, applySequences } from "./apply-board-patch";
import { boardLegs } from "./board-legs";
import { cancelOrders } from "./cancel-orders";
import { checkSplit } from "./check-split";
import { type BoardVisit, type PlanBoard, routeVisitIds } from "./plan-board";
import { splitRoute } from "./split-route";
import { type DrivenTerms, swapDrivers } from "./swap-drivers";
import { turnEdit } from "./turn-edit";
import { newRuleBreaks } from "./what-if/preview-route";

const singles = Array.from({ length: 10 }, (_, index) => boardVisitAt(`s${index}`, (index * 7) % 11, (index * 5) % 9));
const pairs = [0, 1, 2].flatMap((index): BoardVisit[] => [
  boardVisitAt(`p${index}`, index * 3, 4, {
    deliveryId: `pair${index}`,
    pairKey: `pair${index}`,
    pairRole: "pickup",
    role: "pickup",
  }),
  boardVisitAt(`q${index}`, index * 3 + 1, 8, {
    deliveryId: `pair${index}`,
    pairKey: `pair${index}`,
    pairRole: "dropoff",
  }),
]);
const all = [...singles, ...pairs];

/** A day on which some stops are made, routes are locked or finished, windows narrow and vans small. */
const dayArb = fc
  .record({
    routeOf: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 13, maxLength: 13 }),
    made: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
    status: fc.array(fc.constantFrom("planned", "dispatched", "started", "finished"), { minLength: 3, maxLength: 3 }),
    locked: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    capacity: fc.integer({ min: 2, max: 12 }),
    closesAt: fc.array(fc.integer({ min: 8 * 3600, max: 18 * 3600 }), { minLength: 16, maxLength: 16 }),
  })
  .map(({ routeOf, made, status, locked, capacity, closesAt }) => {
    const visits = all.map((visit, index) => ({
      ...visit,
      windows: [{ fromSeconds: 8 * 3600, toSeconds: closesAt[index]! }],
      status: "assigned" as const,
    }));
    const units = [...singles.map(({ id }) => [id]), ...[0, 1, 2].map((index) => [`p${index}`, `q${index}`])];
    const sequences = [0, 1, 2].map((route) => units.filter((_, index) => routeOf[index] === route).flat());
    const board = buildBoard(visits, sequences, {
      rules: { capacity: [1e9, 1e9, capacity, 1e9] },
      route: (index) => ({ status: status[index]!, locked: locked[index]! }),
    });
    const routes = board.routes.map((route, index) =>
      route.status === "started" && route.stops.length > 0
        ? underWayAt(route, Math.min(made[index]!, route.stops.length), board)
        : route,
    );
    return { ...board, routes };
  });

const stopsOf = (board: PlanBoard) => board.routes.map((route) => routeVisitIds(route));
const madeOf = (board: PlanBoard) =>
  board.routes.map(({ underWay }) => underWay?.made.map(({ visitId }) => visitId) ?? []);

describe("cancelOrders", () => {
  test("takes whole orders or leaves them whole, what is made always, and undo puts all back", () => {
    fc.assert(
      fc.property(dayArb, fc.subarray(all.map(({ id }) => id)), (board, asked) => {
        const { visitIds, deliveryIds, refused, sequences, inverse } = cancelOrders(board, asked);
        const orders = new Set(asked.map((id) => board.visits.get(id)!.deliveryId));
        expect(deliveryIds.length + refused.length).toBe(orders.size);
        const gone = new Set(visitIds);
        for (const visit of board.visits.values()) {
          expect(gone.has(visit.id)).toBe(deliveryIds.includes(visit.deliveryId));
        }
        const legs = boardLegs(board);
        const after = applyRemoval(board, sequences, visitIds, legs);
        expect(stopsOf(after)).toEqual(stopsOf(board).map((ids) => ids.filter((id) => !gone.has(id))));
        expect(madeOf(after)).toEqual(madeOf(board));
        for (const made of madeOf(board).flat()) expect(after.visits.has(made)).toBe(true);
        // Brought back on the day as it was left, where nobody locked a route.
        const left = applySequences(board, sequences, legs);
        const leftAt = inverse.placements.map(({ visitId }) => ({ visitId, routeId: null }));
        const back = turnEdit(left, { kind: "place", placements: inverse.placements, leftAt }, legs, {
          overrideLocks: true,
        });
        expect(back.ok && stopsOf(applySequences(left, back.sequences, legs))).toEqual(stopsOf(board));
      }),
      { numRuns: 150 },
    );
  });
});

describe("splitRoute", () => {
  test("deals out each stop once, breaks no rule that was kept, moves nothing made, and passes its own check", () => {
    let [dealt, unfit] = [0, 0];
    fc.assert(
      fc.property(dayArb, fc.integer({ min: 0, max: 2 }), fc.boolean(), (board, index, overrideLocks) => {
        const from = board.routes[index]!;
        const legs = boardLegs(board);
        const split = splitRoute(board, from.id, legs, { overrideLocks });
        if (!split.ok) return;
        const after = applySequences(board, split.sequences, legs);
        expect(madeOf(after)).toEqual(madeOf(board));
        for (const [each, route] of after.routes.entries()) {
          const before = board.routes[each]!;
          if (route.id === from.id) continue;
          expect(newRuleBreaks(before, route)).toEqual([]);
          const moved = new Set(split.movedVisitIds);
          expect(routeVisitIds(route).filter((id) => !moved.has(id))).toEqual(routeVisitIds(before));
          if (before.locked) expect(route.stops).toHaveLength(before.stops.length);
        }
        dealt += split.movedVisitIds.length - split.left.length;
        unfit += split.left.length;
        const left = new Set(split.left.map(({ visitId }) => visitId));
        const planned = stopsOf(after).flat();
        expect(new Set(planned).size).toBe(planned.length);
        for (const visitId of split.movedVisitIds) expect(planned.includes(visitId)).toBe(!left.has(visitId));
        expect(checkSplit(board, from.id, split.sequences, { overrideLocks })).toEqual({
          ok: true,
          movedVisitIds: split.movedVisitIds,
        });
        const back = turnEdit(after, split.inverse, legs, { overrideLocks: true });
        expect(back.ok && stopsOf(applySequences(after, back.sequences, legs))).toEqual(stopsOf(board));
      }),
      { numRuns: 150 },
    );
    expect(Math.min(dealt, unfit)).toBeGreaterThan(20);
  });
});

describe("swapDrivers", () => {
  const day = [1, 2, 3].map(
    (number): DrivenTerms => ({
      routeId: `route-${number}`,
      driverId: `driver-${number}`,
      vehicleId: `van-${number}`,
      shiftFromSeconds: number * 1000,
      shiftToSeconds: number * 2000,
      number,
      status: "planned",
      driverName: `Driver ${number}`,
    }),
  );
  const apply = (routes: readonly DrivenTerms[], changed: readonly Partial<DrivenTerms>[]) =>
    routes.map((route) => ({ ...route, ...changed.find(({ routeId }) => routeId === route.routeId) }));

  test("any number of exchanges leaves everybody one route, every route one driver, and each taken back, the day as it was", () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now: DrivenTerms[] = day;
        const undo: (readonly Partial<DrivenTerms>[])[] = [];
        for (const [route, driver, withVehicle] of steps) {
          const outcome = swapDrivers(now, now[route]!.routeId, { driverId: `driver-${driver}` }, withVehicle);
          if (!outcome.ok) {
            expect(outcome.refusal.reason).toBe("same-driver");
            continue;
          }
          undo.push(outcome.before);
          now = apply(now, outcome.terms);
          expect(new Set(now.map(({ driverId }) => driverId)).size).toBe(3);
          expect(new Set(now.map(({ vehicleId }) => vehicleId)).size).toBe(3);
          for (const each of now) expect(each.shiftFromSeconds).toBe(Number(each.driverId.slice(-1)) * 1000);
        }
        for (const before of undo.reverse()) now = apply(now, before);
        expect(now).toEqual(day);
      }),
    );
  });

  test("refuses who has finished, does not drive any more, or would need a van that is out", () => {
    const free = {
      driverId: "x",
      driverName: "X",
      isActive: true,
      vehicleId: "van-2",
      shiftFromSeconds: 0,
      shiftToSeconds: 9,
    };
    const reasonOf = (...asked: Parameters<typeof swapDrivers>) => {
      const outcome = swapDrivers(...asked);
      return outcome.ok ? null : outcome.refusal.reason;
    };
    expect(reasonOf(day, "route-9", free, false)).toBe("route-not-found");
    expect(reasonOf(day, "route-1", { ...free, isActive: false }, false)).toBe("driver-inactive");
    expect(reasonOf(day, "route-1", free, true)).toBe("vehicle-in-use");
    expect(reasonOf(day, "route-2", free, true)).toBeNull();
    expect(reasonOf(day, "route-1", { ...free, vehicleId: null }, true)).toBe("no-vehicle");
    const finished = [day[0]!, { ...day[1]!, status: "finished" as const }, day[2]!];
    expect(reasonOf(finished, "route-1", { driverId: "driver-2" }, false)).toBe("route-finished");
  });
});
