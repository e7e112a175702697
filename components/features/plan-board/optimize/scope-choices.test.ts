import { expect, test } from "vitest";
import { makeBoard } from "../testing/make-board";
import { scopeChoices } from "./scope-choices";

const board = makeBoard({ routes: 2, stopsPerRoute: 4, pool: 3 });
const choices = (selected: readonly string[], cursor: Parameters<typeof scopeChoices>[1]["cursor"] = null) =>
  scopeChoices(board, { selectedIds: new Set(selected), cursor }).map(({ kind, stops, routes, route }) => [
    kind,
    stops,
    routes,
    route?.number ?? null,
  ]);

test("offers the day, and what is selected with how much it may touch", () => {
  expect(choices([])).toEqual([["day", 11, 2, null]]);
  expect(choices(["v-1-1", "v-2-1"])).toEqual([
    ["day", 11, 2, null],
    ["selection", 2, 2, null],
  ]);
  expect(choices(["v-1-1", "v-1-2", "p-1"])).toContainEqual(["selection", 3, 2, null]);
  expect(choices(["v-1-1", "v-1-2"])).toEqual([
    ["day", 11, 2, null],
    ["selection", 2, 1, null],
    ["route", 4, 1, 1],
  ]);
});

test("one stop or a route under the cursor mean its route", () => {
  expect(choices([], { kind: "route", id: "route-2" })).toContainEqual(["route", 4, 1, 2]);
  expect(choices(["v-2-1"], { kind: "stop", id: "v-2-1" })).toContainEqual(["route", 4, 1, 2]);
  expect(choices([], { kind: "pool" })).toHaveLength(1);
});
