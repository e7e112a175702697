import { expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { scopeOf } from "./optimization-scope";

const IDS = ["a", "b", "c", "d", "e", "f", "g", "p1", "p2"];
const STATES = [
  {},
  {},
  { status: "dispatched" as const },
  { locked: true },
  { status: "started" as const },
  { status: "finished" as const },
];
const board = buildBoard(
  IDS.map((id, index) => boardVisitAt(id, index, index)),
  [["a", "b"], ["c"], ["d"], ["e"], ["f"], ["g"]],
  { route: (index) => STATES[index]! },
);
const idsOf = (scope: Parameters<typeof scopeOf>[1]) => {
  const { routes, candidates, isFree } = scopeOf(board, scope);
  return { routes: routes.map((route) => route.number), candidates, free: candidates.filter(isFree) };
};

test("the day: what is unlocked and unsent, with the pool", () => {
  const candidates = ["p1", "p2", "a", "b", "c"];
  expect(idsOf(null)).toEqual({ routes: [1, 2], candidates, free: candidates });
});

test("routes named: their own stops put in order, a sent or driven one too, a locked or finished one never", () => {
  const routeIds = ["route-0", "route-2", "route-3", "route-4", "route-5"];
  expect(idsOf({ kind: "routes", routeIds })).toEqual({
    routes: [1, 3, 5],
    candidates: ["a", "b", "d", "f"],
    free: [],
  });
});

test("selected stops: among the unsent routes that carry them, the others stay on their routes", () => {
  const among = idsOf({ kind: "stops", visitIds: ["a", "c", "d"] });
  expect(among).toEqual({ routes: [1, 2], candidates: ["a", "b", "c"], free: ["a", "c"] });
  expect(idsOf({ kind: "stops", visitIds: ["b"] })).toEqual({ routes: [1], candidates: ["a", "b"], free: ["b"] });
  const withPool = idsOf({ kind: "stops", visitIds: ["a", "p2"] });
  expect(withPool).toEqual({ routes: [1, 2], candidates: ["p2", "a", "b", "c"], free: ["p2", "a"] });
});
