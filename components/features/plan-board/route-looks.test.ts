import { expect, it } from "vitest";
import { looksOf } from "./route-looks";
import { makeBoard } from "./testing/make-board";

const board = makeBoard({ routes: 4, stopsPerRoute: 3 });

it("wears the looks that routes were given, whatever their number or place", () => {
  const look = { hueIndex: 5, styleIndex: 3 };
  const routes = board.routes.map((route) => (route.number === 3 ? { ...route, look } : route));
  expect(looksOf({ ...board, routes }).get("route-3")).toEqual(look);
});

it("gives routes without stops what the others leave over, so that they never decide a colour", () => {
  const empty = board.routes.map((route) => (route.number === 1 ? { ...route, stops: [] } : route));
  const without = board.routes.filter(({ number }) => number !== 1);
  const [all, rest] = [looksOf({ ...board, routes: empty }), looksOf({ ...board, routes: without })];
  for (const { id } of without) expect(all.get(id)).toEqual(rest.get(id));
  expect(all.has("route-1")).toBe(true);
});
