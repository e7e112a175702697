import { expect, it } from "vitest";
import { type GridKeyState, type GridKeyStroke, gridKeyAction } from "@/components/ui/grid-keys";

const state: GridKeyState = { active: 5, rowCount: 20, pageRows: 8, selectable: true, selectedCount: 0 };
const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

function press(key: string, held: Partial<GridKeyStroke> = {}, change: Partial<GridKeyState> = {}) {
  return gridKeyAction({ ...bare, key, ...held }, { ...state, ...change });
}

it.each([
  ["ArrowDown", 6],
  ["ArrowUp", 4],
  ["PageDown", 13],
  ["PageUp", 0],
  ["Home", 0],
  ["End", 19],
])("%s moves to row %i", (key, index) => {
  expect(press(key)).toEqual({ type: "move", index, extend: false });
});

it("stops at both ends", () => {
  expect(press("ArrowDown", {}, { active: 19 })).toMatchObject({ index: 19 });
  expect(press("ArrowUp", {}, { active: 0 })).toMatchObject({ index: 0 });
});

it("extends with Shift, only where rows can be selected", () => {
  expect(press("ArrowDown", { shiftKey: true })).toMatchObject({ extend: true });
  expect(press("ArrowDown", { shiftKey: true }, { selectable: false })).toMatchObject({ extend: false });
});

it("selects, opens, selects all and clears", () => {
  expect(press(" ")).toEqual({ type: "check", extend: false });
  expect(press("Enter")).toEqual({ type: "open" });
  expect(press("a", { ctrlKey: true })).toEqual({ type: "all" });
  expect(press("A", { metaKey: true })).toEqual({ type: "all" });
  expect(press("Escape", {}, { selectedCount: 3 })).toEqual({ type: "clear" });
});

it("leaves the page what is the page's", () => {
  expect(press("Escape")).toBeNull();
  expect(press("ArrowUp", { altKey: true })).toBeNull();
  expect(press("z", { ctrlKey: true })).toBeNull();
  expect(press("a", { ctrlKey: true }, { selectable: false })).toBeNull();
  expect(press("ArrowDown", {}, { rowCount: 0 })).toBeNull();
});
