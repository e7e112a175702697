import fc from "fast-check";
import { expect, it } from "vitest";
import { routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";
import { makeBoard } from "../testing/make-board";
import { applyIntent, applyIntents } from "./apply-intents";
import type { BoardIntent } from "./board-intent";

function move(mutationId: string, visitIds: string[], to: (BoardIntent & { kind: "move" })["move"]["to"]): BoardIntent {
  return { kind: "move", mutationId, move: { visitIds, to }, seen: [], seenRoutes: [] };
}

it("paints a move at once and marks only the routes it touches", () => {
  const base = makeBoard();
  const { board, pendingRouteIds } = applyIntents(base, [
    move("m1", ["v-1-2"], { kind: "position", routeId: "route-2", afterVisitId: "v-2-3" }),
  ]);
  expect(routeVisitIds(board.routes[1]!).slice(2, 4)).toEqual(["v-2-3", "v-1-2"]);
  expect(routeVisitIds(board.routes[0]!)).not.toContain("v-1-2");
  expect([...pendingRouteIds].sort()).toEqual(["route-1", "route-2"]);
  expect(board.routes[2]).toBe(base.routes[2]);
});

it("takes a later intent from where the earlier one left the stop", () => {
  const { board } = applyIntents(makeBoard(), [
    move("m1", ["p-1"], { kind: "best", routeId: "route-1" }),
    move("m2", ["p-1"], { kind: "best", routeId: "route-3" }),
  ]);
  expect(stopPlaces(board).get("p-1")?.route.id).toBe("route-3");
  expect(board.pool).not.toContain("p-1");
});

it("rolls back only the intent that is taken out", () => {
  const base = makeBoard();
  const kept = move("m2", ["v-2-1"], { kind: "pool" });
  const both = applyIntents(base, [move("m1", ["v-1-1"], { kind: "pool" }), kept]);
  const one = applyIntents(base, [kept]);
  expect(both.board.pool).toEqual(expect.arrayContaining(["v-1-1", "v-2-1"]));
  expect(one.board.pool).toContain("v-2-1");
  expect(stopPlaces(one.board).get("v-1-1")?.route.id).toBe("route-1");
});

it("leaves out what the board has outrun, and says why when asked", () => {
  const base = makeBoard();
  const lost = move("m1", ["gone"], { kind: "pool" });
  expect(applyIntents(base, [lost]).board).toBe(base);
  expect(applyIntent(base, lost)).toMatchObject({ ok: false, refusal: { reason: "visit-not-found" } });
});

it("locks routes and stops without moving anything", () => {
  const base = makeBoard();
  const { board, pendingRouteIds } = applyIntents(base, [
    { kind: "lock-route", mutationId: "m1", routeId: "route-1", locked: true, seenRoutes: [] },
    { kind: "lock-stops", mutationId: "m2", visitIds: ["v-2-1", "p-1"], lock: "position", locked: true, seen: [] },
  ]);
  expect(board.routes[0]!.locked).toBe(true);
  expect(board.routes[1]!.stops[0]!.lockedToPosition).toBe(true);
  expect(board.routes[1]!.stops[1]!.lockedToPosition).toBe(false);
  expect(pendingRouteIds.size).toBe(0);
});

it("leaves every visit in exactly one place, whatever is asked in whatever order", () => {
  const base = makeBoard();
  const visitId = fc.constantFrom(...base.visits.keys());
  const routeId = fc.constantFrom("route-1", "route-2", "route-3");
  const target = fc.oneof(
    fc.constant({ kind: "pool" as const }),
    routeId.map((id) => ({ kind: "best" as const, routeId: id })),
    fc.record({ kind: fc.constant("position" as const), routeId, afterVisitId: fc.option(visitId) }),
  );
  const intent = fc
    .record({ visitIds: fc.uniqueArray(visitId, { minLength: 1, maxLength: 5 }), to: target })
    .map(({ visitIds, to }) => move("m", visitIds, to));
  fc.assert(
    fc.property(fc.array(intent, { maxLength: 6 }), (intents) => {
      const { board } = applyIntents(base, intents);
      const seen = [...board.routes.flatMap(routeVisitIds), ...board.pool];
      expect(seen.toSorted()).toEqual([...base.visits.keys()].toSorted());
    }),
    { numRuns: 60 },
  );
});
