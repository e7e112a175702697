import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { runOf, shiftTarget } from "./reorder-run";

const board = makeBoard({ routes: 2, stopsPerRoute: 5, pool: 1 });

it("knows stops that follow one another, in whatever order they were picked", () => {
  expect(runOf(board, ["v-1-4", "v-1-2", "v-1-3"])).toMatchObject({ firstIndex: 1, lastIndex: 3 });
  expect(runOf(board, ["v-1-2", "v-1-4"])).toBeNull();
  expect(runOf(board, ["v-1-5", "v-2-1"])).toBeNull();
  expect(runOf(board, ["p-1"])).toBeNull();
  expect(runOf(board, [])).toBeNull();
});

it("moves a run past one stop, and no further than the ends", () => {
  const run = runOf(board, ["v-1-2", "v-1-3"])!;
  expect(shiftTarget(run, -1)).toEqual({ kind: "position", routeId: "route-1", afterVisitId: null });
  expect(shiftTarget(run, 1)).toEqual({ kind: "position", routeId: "route-1", afterVisitId: "v-1-4" });
  expect(shiftTarget(runOf(board, ["v-1-1"])!, -1)).toBeNull();
  expect(shiftTarget(runOf(board, ["v-1-5"])!, 1)).toBeNull();
});
