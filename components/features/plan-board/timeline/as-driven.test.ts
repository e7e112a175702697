import { expect, test } from "vitest";
import { liveRoutes } from "../live/live-routes";
import { makeBoard } from "../testing/make-board";
import { makeRuns } from "../testing/make-runs";
import { asDriven, stopNearest } from "./as-driven";

const board = makeBoard();
const [route] = board.routes;
const [a, b] = route!.stops.map(({ visitId }) => visitId) as [string, string];
const HOUR = 3600;
const runs = makeRuns(
  board,
  route!.id,
  { [a]: { status: "delivered", arrived: 20 * HOUR, completed: 20 * HOUR + 300 } },
  { [b]: { arrive: 19 * HOUR } },
);
const live = liveRoutes(runs, [{ id: route!.id, status: "started" }], board.plan.midnightEpochMs).get(route!.id)!;
const driven = asDriven(route!, live);

test("stops stand where they really were or are expected, the others as planned", () => {
  const [first, second, third] = driven.schedule.stops;
  expect(first).toMatchObject({ startSeconds: 20 * HOUR, departSeconds: 20 * HOUR + 300 });
  expect(second).toMatchObject({ arriveSeconds: 19 * HOUR });
  expect(third).toEqual(route!.schedule.stops[2]);
});

test("a moment belongs to the stop it is nearest to, in whatever order they were made, or to none", () => {
  expect(stopNearest(driven, 20 * HOUR + 100)).toBe(0);
  expect(stopNearest(driven, 19 * HOUR - 60)).toBe(1);
  expect(stopNearest(driven, 23 * HOUR)).toBeNull();
});
