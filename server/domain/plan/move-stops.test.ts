import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { applySequences } from "./apply-board-patch";
import { boardLegs } from "./board-legs";
import { type MoveIntent, type MovePlan, moveStops } from "./move-stops";
import { placeConflicts } from "./place-conflicts";
import { placeVisits } from "./place-visits";
import { type BoardVisit, type PlanBoard, routeVisitIds } from "./plan-board";
import { scheduleRoute } from "./schedule-route";

const visits = "abcdefgh".split("").map((id, index) => boardVisitAt(id, index * 3, (index % 3) * 2));
const pair: BoardVisit[] = [
  boardVisitAt("p", 5, 5, { deliveryId: "pd", pairKey: "pd", pairRole: "pickup", role: "pickup" }),
  boardVisitAt("q", 9, 1, { deliveryId: "pd", pairKey: "pd", pairRole: "dropoff" }),
];
const board = buildBoard([...visits, ...pair], [["a", "b", "c"], ["d", "e", "f"], []]);

function move(on: PlanBoard, intent: MoveIntent): PlanBoard {
  return applySequences(on, planned(on, intent).sequences, boardLegs(on));
}
function planned(on: PlanBoard, intent: MoveIntent): MovePlan {
  const outcome = moveStops(on, intent, boardLegs(on));
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome;
}
function refusal(on: PlanBoard, intent: MoveIntent) {
  const outcome = moveStops(on, intent, boardLegs(on));
  return outcome.ok ? undefined : outcome.refusal;
}
const sequencesOf = (on: PlanBoard) => on.routes.map((route) => routeVisitIds(route).join(""));
const behind = (routeId: string, afterVisitId: string | null) => ({ kind: "position" as const, routeId, afterVisitId });

describe("moveStops", () => {
  test("puts a stop behind another one of another route", () => {
    const next = move(board, { visitIds: ["b"], to: behind("route-1", "d") });
    expect(sequencesOf(next)).toEqual(["ac", "dbef", ""]);
  });

  test("keeps the driving order of several stops, with those of the pool behind", () => {
    const next = move(board, { visitIds: ["g", "c", "a"], to: behind("route-1", null) });
    expect(sequencesOf(next)).toEqual(["b", "acgdef", ""]);
  });

  test("moves down by one with the same intent as a drag", () => {
    expect(sequencesOf(move(board, { visitIds: ["a"], to: behind("route-0", "b") }))[0]).toBe("bac");
    expect(sequencesOf(move(board, { visitIds: ["c"], to: behind("route-0", "a") }))[0]).toBe("acb");
  });

  test("takes the stop before when the stop to follow is itself being moved", () => {
    expect(sequencesOf(move(board, { visitIds: ["b", "c"], to: behind("route-0", "c") }))[0]).toBe("abc");
    expect(planned(board, { visitIds: ["b", "c"], to: behind("route-0", "c") }).sequences).toEqual([]);
  });

  test("asks before it touches the frozen front of a route, and never puts the best place in it", () => {
    const frozen = buildBoard([...visits, ...pair], [["a", "b", "c"], ["d", "e", "f"], []], {
      route: (index) => (index === 0 ? { frozenStops: 2 } : {}),
    });
    const front = (visitId: string) => ({ reason: "stop-locked", visitId, lock: "front" });
    expect(refusal(frozen, { visitIds: ["b"], to: { kind: "pool" } })).toEqual(front("b"));
    expect(refusal(frozen, { visitIds: ["g"], to: behind("route-0", null) })).toEqual(front("a"));
    expect(refusal(frozen, { visitIds: ["g"], to: behind("route-0", "a") })).toEqual(front("b"));
    expect(sequencesOf(move(frozen, { visitIds: ["g"], to: behind("route-0", "b") }))[0]).toBe("abgc");
    const asked = { visitIds: ["g"], to: behind("route-0", null), overrideLocks: true };
    expect(sequencesOf(move(frozen, asked))[0]).toBe("gabc");
    for (const visitId of ["d", "e", "f", "g", "h"]) {
      const [first] = sequencesOf(move(frozen, { visitIds: [visitId], to: { kind: "best", routeId: "route-0" } }));
      expect(first!.startsWith("ab")).toBe(true);
    }
    const both = sequencesOf(move(frozen, { visitIds: ["p", "q"], to: { kind: "best", routeId: "route-0" } }))[0]!;
    expect(both.startsWith("ab")).toBe(true);
  });

  test("takes stops off into the pool", () => {
    const next = move(board, { visitIds: ["e"], to: { kind: "pool" } });
    expect(sequencesOf(next)).toEqual(["abc", "df", ""]);
    expect(next.pool).toContain("e");
  });

  test("a pickup brings its drop-off, whichever of them was taken", () => {
    expect(sequencesOf(move(board, { visitIds: ["q"], to: behind("route-0", "a") }))[0]).toBe("apqbc");
    const best = sequencesOf(move(board, { visitIds: ["q"], to: { kind: "best", routeId: "route-1" } }))[1]!;
    expect(best.indexOf("p")).toBeLessThan(best.indexOf("q"));
    expect(best).toHaveLength(5);
  });

  test("re-orders one half of a pair on its route, but never behind its other half", () => {
    const paired = move(board, { visitIds: ["p"], to: behind("route-0", "a") });
    expect(sequencesOf(move(paired, { visitIds: ["q"], to: behind("route-0", "c") }))[0]).toBe("apbcq");
    expect(refusal(paired, { visitIds: ["q"], to: behind("route-0", "a") })?.reason).toBe("pair-order");
    expect(sequencesOf(move(paired, { visitIds: ["q"], to: { kind: "pool" } }))[0]).toBe("abc");
  });

  test("refuses by name what cannot be done", () => {
    const to = behind("route-1", null);
    expect(refusal(board, { visitIds: ["zz"], to })?.reason).toBe("visit-not-found");
    expect(refusal(board, { visitIds: ["a"], to: behind("route-9", null) })?.reason).toBe("route-not-found");
    expect(refusal(board, { visitIds: ["a"], to: behind("route-1", "c") })?.reason).toBe("anchor-not-found");
    const built = (route: object) => buildBoard(visits, [["a"], ["b"]], { route: (i) => (i === 1 ? route : {}) });
    expect(refusal(built({ status: "finished" }), { visitIds: ["a"], to, overrideLocks: true })).toMatchObject({
      reason: "route-finished",
      routeNumber: 2,
    });
    expect(refusal(built({ locked: true }), { visitIds: ["a"], to })?.reason).toBe("route-locked");
    expect(refusal(built({ locked: true }), { visitIds: ["b"], to: { kind: "pool" } })?.reason).toBe("route-locked");
    expect(refusal(built({ locked: true }), { visitIds: ["a"], to, overrideLocks: true })).toBeUndefined();
    expect(refusal(built({ start: { id: "x", position: null } }), { visitIds: ["a"], to })?.reason).toBe(
      "depot-without-position",
    );
    const odd = buildBoard(
      [boardVisitAt("a", 1, 1, { position: null }), boardVisitAt("b", 1, 1, { status: "delivered" })],
      [[], []],
    );
    expect(refusal(odd, { visitIds: ["a"], to })?.reason).toBe("no-position");
    expect(refusal(odd, { visitIds: ["b"], to })?.reason).toBe("visit-closed");
  });

  test("a stop locked to its driver may change places on its route only", () => {
    const stops = board.routes[0]!.stops.map((stop) => ({ ...stop, lockedToDriver: stop.visitId === "b" }));
    const locked = { ...board, routes: [{ ...board.routes[0]!, stops }, ...board.routes.slice(1)] };
    expect(refusal(locked, { visitIds: ["b"], to: behind("route-1", null) })).toMatchObject({ lock: "driver" });
    const moved = move(locked, { visitIds: ["b"], to: behind("route-0", null) });
    expect(sequencesOf(moved)[0]).toBe("bac");
    expect(moved.routes[0]!.stops[0]!.lockedToDriver).toBe(true);
    expect(refusal(locked, { visitIds: ["a"], to: behind("route-1", null) })).toBeUndefined();
  });

  test("random moves, then their inverses backwards, lead to where it began; every route stays truly timed", () => {
    const ids = [...visits, ...pair].map((visit) => visit.id);
    const target = fc.oneof(
      fc.constant({ kind: "pool" as const }),
      fc.record({ kind: fc.constant("best" as const), routeId: fc.constantFrom("route-0", "route-1", "route-2") }),
      fc.record({
        kind: fc.constant("position" as const),
        routeId: fc.constantFrom("route-0", "route-1", "route-2"),
        afterVisitId: fc.option(fc.constantFrom(...ids)),
      }),
    );
    const intents = fc.array(
      fc.record({ visitIds: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 }), to: target }),
      {
        maxLength: 12,
      },
    );
    let applied = 0;
    fc.assert(
      fc.property(intents, (list) => {
        let current = board;
        const history: { plan: MovePlan; before: string[] }[] = [];
        for (const intent of list) {
          const outcome = moveStops(current, intent, boardLegs(current));
          if (!outcome.ok) continue;
          applied++;
          history.push({ plan: outcome, before: sequencesOf(current) });
          current = applySequences(current, outcome.sequences, boardLegs(current));
          expect(placeConflicts(current, outcome.inverse.leftAt)).toEqual([]);
          expect([...current.pool, ...current.routes.flatMap(routeVisitIds)].sort()).toEqual([...ids].sort());
          for (const route of current.routes) {
            const legs = [...route.stops.map((stop) => stop.leg), route.returnLeg!];
            const served = route.stops.map((stop) => current.visits.get(stop.visitId)!);
            expect(route.schedule).toEqual(scheduleRoute(route.rules, served, legs));
          }
        }
        for (const { plan, before } of history.reverse()) {
          const back = placeVisits(current, plan.inverse.placements, boardLegs(current));
          current = applySequences(current, back, boardLegs(current));
          expect(sequencesOf(current)).toEqual(before);
        }
        expect(current.routes).toEqual(board.routes);
      }),
      { numRuns: 200 },
    );
    expect(applied).toBeGreaterThan(200);
  });
});

describe("placeConflicts", () => {
  test("tells where a visit really is, and lets pass what is where it was thought", () => {
    expect(
      placeConflicts(board, [
        { visitId: "a", routeId: "route-0" },
        { visitId: "g", routeId: null },
      ]),
    ).toEqual([]);
    expect(
      placeConflicts(board, [
        { visitId: "d", routeId: "route-0" },
        { visitId: "zz", routeId: null },
      ]),
    ).toEqual([
      { visitId: "d", seenRouteId: "route-0", routeId: "route-1", routeNumber: 2, isOnBoard: true },
      { visitId: "zz", seenRouteId: null, routeId: null, routeNumber: null, isOnBoard: false },
    ]);
  });
});
