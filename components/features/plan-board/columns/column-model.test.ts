import { expect, it } from "vitest";
import { NO_FILTER } from "../route-list/build-rows";
import { makeBoard } from "../testing/make-board";
import { boardColumns, cursorAt, placeOfCursor, walkColumns } from "./column-model";

const board = makeBoard({ routes: 2, stopsPerRoute: 3, pool: 1 });
const columns = boardColumns(board, NO_FILTER);
const press = (from: Parameters<typeof placeOfCursor>[2], ...keys: string[]) => {
  let cursor = from;
  for (const key of keys) {
    const next = walkColumns(columns, placeOfCursor(columns, board, cursor), key);
    if (next) cursor = cursorAt(columns, next);
  }
  return cursor;
};

it("has the unassigned first, then each route in its order", () => {
  expect(columns.map(({ route, visitIds }) => [route?.number ?? null, visitIds.length])).toEqual([
    [null, 1],
    [1, 3],
    [2, 3],
  ]);
});

it("keeps what a filter finds, and the unassigned to drop stops on", () => {
  const name = board.visits.get("v-2-1")!.externalId;
  expect(boardColumns(board, { query: name, facets: [] })).toEqual([
    { route: null, visitIds: [] },
    { route: board.routes[1], visitIds: ["v-2-1"] },
  ]);
});

it("is walked with arrows: along a column, across at the same height, never off the board", () => {
  const first = { kind: "route", id: "route-1" } as const;
  expect(press(first, "ArrowDown", "ArrowDown")).toEqual({ kind: "stop", id: board.routes[0]!.stops[1]!.visitId });
  expect(press(first, "End", "ArrowRight")).toEqual({ kind: "stop", id: board.routes[1]!.stops[2]!.visitId });
  expect(press(first, "End", "ArrowLeft")).toEqual({ kind: "stop", id: "p-1" });
  expect(press(first, "ArrowUp", "ArrowLeft", "ArrowLeft")).toEqual({ kind: "pool" });
  expect(press({ kind: "stop", id: "p-1" }, "Home", "ArrowUp")).toEqual({ kind: "pool" });
  expect(press(null, "ArrowRight")).toEqual(first);
  expect(press(first, "x")).toEqual(first);
});
