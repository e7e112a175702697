import { expect, test } from "vitest";
import { boardVisitAt, buildBoard } from "@/server/testing/board-builder";
import { applyBoardPatch } from "./apply-board-patch";
import { withoutTimeLock, withTimeLock } from "./time-lock";

const promised = boardVisitAt("a", 3, 4, {
  windows: [{ fromSeconds: 30_000, toSeconds: 36_000 }],
  windowSemantics: "finish",
});

test("a locked time is the only window, and the promise comes back when it is let go", () => {
  const locked = withTimeLock(promised, 40_000);
  expect(locked.windows).toEqual([{ fromSeconds: 40_000, toSeconds: 40_300 }]);
  expect(locked.windowSemantics).toBe("start");
  expect(withoutTimeLock(locked)).toEqual(promised);
  expect(withoutTimeLock(withTimeLock(locked, 50_000))).toEqual(promised);
  expect(withoutTimeLock(promised)).toBe(promised);
});

test("a route waits for a locked time, is late after it, and forgets it with the stop", () => {
  const arrives = buildBoard([promised], [["a"]]).routes[0]!.schedule.stops[0]!.arriveSeconds;
  const timed = (startSeconds: number) => {
    const board = buildBoard([withTimeLock(promised, startSeconds)], [["a"]]);
    return { board, stop: board.routes[0]!.schedule.stops[0]! };
  };
  expect(timed(arrives + 5_000).stop).toMatchObject({ startSeconds: arrives + 5_000, breaks: [] });
  const shiftBegins = timed(0).stop.arriveSeconds;
  expect(timed(0).stop.breaks).toEqual([{ rule: "late", seconds: shiftBegins - 300 }]);
  const { board } = timed(arrives);
  const patch = {
    planVersion: 2,
    planStatus: board.plan.status,
    routes: [{ ...board.routes[0]!, version: 2, stops: [] }],
    removedRouteIds: [],
    visits: [],
    removedVisitIds: [],
  };
  expect(applyBoardPatch(board, patch).visits.get("a")).toEqual(promised);
});
