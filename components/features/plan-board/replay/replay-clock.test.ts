import { expect, test } from "vitest";
import { liveRoutes } from "../live/live-routes";
import { makeBoard } from "../testing/make-board";
import { makeRuns } from "../testing/make-runs";
import { playedOn, replaySpan } from "./replay-clock";

const board = makeBoard();
const [route] = board.routes;
const visitId = route!.stops[0]!.visitId;
const HOUR = 3600;
const spanOf = (...[stops, run]: [Parameters<typeof makeRuns>[2], Parameters<typeof makeRuns>[4]]) =>
  replaySpan(
    board.routes,
    liveRoutes(
      makeRuns(board, route!.id, stops, {}, run),
      [{ id: route!.id, status: "finished" }],
      board.plan.midnightEpochMs,
    ),
  );

test("a replay goes from what was planned or began first to the last thing that happened", () => {
  const planned = Math.min(...board.routes.map(({ schedule }) => schedule.startSeconds));
  const early = spanOf({ [visitId]: { status: "delivered", completed: 20 * HOUR + 10 } }, { started: 2 * HOUR });
  expect(early).toEqual({ fromSeconds: 2 * HOUR, toSeconds: 20 * HOUR + 60 });
  const late = spanOf({ [visitId]: { status: "delivered", completed: 20 * HOUR } }, { started: 19 * HOUR });
  expect(late!.fromSeconds).toBe(Math.floor(planned / 60) * 60);
});

test("there is nothing to replay while nothing has happened", () => {
  expect(spanOf({}, {})).toBeNull();
});

test("playing goes on by its speed and ends with the day", () => {
  const span = { fromSeconds: 0, toSeconds: 100 };
  expect(playedOn(10, 500, 60, span)).toBe(40);
  expect(playedOn(90, 500, 60, span)).toBe(100);
});
