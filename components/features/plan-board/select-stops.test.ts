import { expect, it } from "vitest";
import { createBoardStore } from "./board-store";
import { actedOn, clearSelection, moveCursor, neighbourOf, selectStop } from "./select-stops";
import { makeBoard } from "./testing/make-board";

const order = ["a", "b", "c", "d", "e"];
const selected = (store: ReturnType<typeof createBoardStore>) => [...store.getState().selectedIds];

it("takes a plain selection along while walking", () => {
  const store = createBoardStore();
  selectStop(store, "a", "replace", order);
  moveCursor(store, { kind: "stop", id: "b" });
  expect(selected(store)).toEqual(["b"]);
});

it("leaves a selection put together on purpose alone while walking", () => {
  const store = createBoardStore();
  selectStop(store, "a", "replace", order);
  selectStop(store, "a", "toggle", order);
  moveCursor(store, { kind: "stop", id: "c" });
  selectStop(store, "c", "toggle", order);
  expect(selected(store)).toEqual(["a", "c"]);
  expect(actedOn(store.getState())).toEqual(["a", "c"]);
});

it("extends from the anchor, both ways, without leaving earlier ends behind", () => {
  const store = createBoardStore();
  selectStop(store, "c", "replace", order);
  selectStop(store, "e", "extend", order);
  expect(selected(store)).toEqual(["c", "d", "e"]);
  selectStop(store, "b", "extend", order);
  expect(selected(store)).toEqual(["b", "c"]);
});

it("takes a toggled stop out again, and acts on the cursor when nothing is selected", () => {
  const store = createBoardStore();
  selectStop(store, "a", "toggle", order);
  selectStop(store, "b", "toggle", order);
  selectStop(store, "a", "toggle", order);
  expect(selected(store)).toEqual(["b"]);
  clearSelection(store, { kind: "stop", id: "d" });
  expect(actedOn(store.getState())).toEqual(["d"]);
  clearSelection(store, { kind: "route", id: "r" });
  expect(actedOn(store.getState())).toEqual([]);
});

it("goes on where stops were taken away", () => {
  const board = makeBoard({ routes: 2, stopsPerRoute: 5, pool: 1 });
  expect(neighbourOf(board, ["v-1-2", "v-1-3"])).toBe("v-1-4");
  expect(neighbourOf(board, ["v-1-5"])).toBe("v-1-4");
  expect(neighbourOf(board, ["v-1-1", "v-1-2", "v-1-3", "v-1-4", "v-1-5"])).toBeNull();
  expect(neighbourOf(board, ["p-1"])).toBeNull();
});
