import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { moveChoices, moveEffect, rankChoices } from "./move-choices";

const board = makeBoard({ routes: 12, stopsPerRoute: 4, pool: 2 });
const ids = ["p-1"];
const ranked = drained(rankChoices(board, ids));
const found = (text: string) => moveChoices(board, text, ranked).map(({ id }) => id);

function drained<T>(steps: Iterator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

it("offers the best routes first, and to take the stop off its route", () => {
  expect(found("")).toHaveLength(9);
  expect(found("").at(-1)).toBe("pool");
});

it("takes a number for that route alone", () => {
  expect(found("1")).toEqual(["route-1"]);
  expect(found("13")).toEqual([]);
  expect(found("9.2")).toEqual(["route-9/1"]);
  expect(found("9.")).toEqual([]);
  expect(found("0")).toEqual(["pool"]);
});

it("finds a route by its driver, accents or not", () => {
  expect(found("didac")).toEqual(["route-4", "route-12"]);
  expect(found("nobody")).toEqual([]);
});

it("names a locked route and still says what the move would cost", () => {
  const locked = { ...board, routes: board.routes.map((route) => ({ ...route, locked: route.number === 3 })) };
  const effect = moveEffect(locked, ids, { kind: "best", routeId: "route-3" });
  expect(effect.lock?.reason).toBe("route-locked");
  expect(effect.preview?.ok).toBe(true);
});

it("says of a finished route that nothing more can go there", () => {
  const finished = {
    ...board,
    routes: board.routes.map((route) => (route.number === 3 ? { ...route, status: "finished" as const } : route)),
  };
  const { preview, lock } = moveEffect(finished, ids, { kind: "best", routeId: "route-3" });
  expect(lock).toBeUndefined();
  expect(preview).toMatchObject({ ok: false, refusal: { reason: "route-finished" } });
});

it("ranks a large selection without working it out in full, a route at a step, and leaves its price to the preview", () => {
  const large = makeBoard({ routes: 12, stopsPerRoute: 40, pool: 2 });
  const many = large.routes.slice(0, 5).flatMap(({ stops }) => stops.map(({ visitId }) => visitId));
  const steps = rankChoices(large, many);
  for (const _ of large.routes) expect(steps.next().done).toBe(false);
  expect(drained(steps)).toHaveLength(9);
  expect(moveEffect(large, many, { kind: "best", routeId: "route-9" })).toEqual({ preview: null });
  const routes = large.routes.map((route) => ({ ...route, locked: route.number === 9 }));
  const locked = moveEffect({ ...large, routes }, many, { kind: "best", routeId: "route-9" });
  expect(locked).toMatchObject({ preview: null, lock: { reason: "route-locked", routeNumber: 9 } });
});
