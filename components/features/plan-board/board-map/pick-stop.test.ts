import { expect, it } from "vitest";
import { nextSelection } from "../select-stops";
import { makeBoard } from "../testing/make-board";
import { pickStop } from "./pick-stop";

const board = makeBoard({ routes: 2, stopsPerRoute: 5, pool: 2 });
const SHIFT = { toggle: false, extend: true };
const NONE = { selectedIds: new Set<string>(), anchorId: null, pinned: false };

function picked(from: string | null, visitId: string, keys = SHIFT): string[] {
  const selection = from ? { selectedIds: new Set([from]), anchorId: from, pinned: false } : NONE;
  const { mode, order } = pickStop(board, from, visitId, keys);
  return [...nextSelection(selection, visitId, mode, order).selectedIds];
}

it("takes what lies between two stops of a route, in either direction", () => {
  expect(picked("v-1-2", "v-1-4")).toEqual(["v-1-2", "v-1-3", "v-1-4"]);
  expect(picked("v-1-4", "v-1-2")).toEqual(["v-1-2", "v-1-3", "v-1-4"]);
});

it("adds a stop of another route, or of none, by itself", () => {
  expect(picked("v-1-2", "v-2-1")).toEqual(["v-1-2", "v-2-1"]);
  expect(picked("p-1", "p-2")).toEqual(["p-1", "p-2"]);
});

it("starts anew without an anchor or a key", () => {
  expect(picked(null, "v-1-3")).toEqual(["v-1-3"]);
  expect(picked("v-1-2", "v-1-4", { toggle: false, extend: false })).toEqual(["v-1-4"]);
});

it("adds and takes away with Ctrl", () => {
  const keys = { toggle: true, extend: false };
  expect(picked("v-1-2", "v-2-4", keys)).toEqual(["v-1-2", "v-2-4"]);
});
