import { expect, it } from "vitest";
import { selectStop } from "../select-stops";
import { makeBoard } from "../testing/make-board";
import { makeCommandContext } from "../testing/make-command-context";
import { boardCommands } from "./board-commands";
import { BOARD_KEYS } from "./board-keys";

/** The keyboard map that people were promised, key by key, with the command that must have it. */
const PROMISED: readonly (readonly [key: string, commandId: string])[] = [
  ["j", "next-stop"],
  ["k", "previous-stop"],
  ["[", "previous-route"],
  ["]", "next-route"],
  ["Space", "toggle-stop"],
  ["Shift+J", "extend-next"],
  ["Shift+K", "extend-previous"],
  ["l", "lasso"],
  ["m", "move-to"],
  ["p", "preview-move"],
  ["u", "unassign"],
  ["o", "optimize"],
  ["x", "lock-driver"],
  ["i", "isolate"],
  ["f", "fit"],
  ["t", "timeline"],
  ["g", "go-to-time"],
  ["1", "mode-plan"],
  ["2", "mode-live"],
  ["3", "mode-review"],
  ["n", "new-order"],
  ["Mod+Z", "undo"],
  ["Mod+Shift+Z", "redo"],
  ["Alt+ArrowUp", "earlier"],
  ["Alt+ArrowDown", "later"],
  ["Escape", "back"],
];

/** Bound where they act: the palette by the desk, a decision by what is to be decided. */
const BOUND_ELSEWHERE = ["Mod+K", "Enter"];
/** What they act on is not there yet. */
const LATER = ["e", "a", "r"];

const WHOLE_MAP =
  "Mod+K 1 2 3 j k [ ] Space Shift+J Shift+K l m u o p Enter x i f g t n Mod+Z Mod+Shift+Z Alt+ArrowUp Alt+ArrowDown e a r Escape";

function commandsOnAStop() {
  const made = makeCommandContext(makeBoard());
  selectStop(made.store, "v-1-2", "replace", []);
  return boardCommands(made.context()).all;
}

it("gives every promised key to its command, which can run with a stop under the cursor", () => {
  const byId = new Map(commandsOnAStop().map((command) => [command.id, command]));
  for (const [key, id] of PROMISED) {
    expect(byId.get(id)?.hotkey, id).toBe(key);
    expect(byId.get(id)?.enabled, id).toBe(true);
  }
});

it("accounts for the whole map, and counts nothing as missing that is there", () => {
  const accounted = [...PROMISED.map(([key]) => key), ...BOUND_ELSEWHERE, ...LATER];
  expect(accounted.toSorted()).toEqual(WHOLE_MAP.split(" ").toSorted());
  const bound = commandsOnAStop().map(({ hotkey }) => hotkey);
  expect(LATER.filter((key) => bound.includes(key))).toEqual([]);
});

it("gives no key to two commands, and takes every key from the one table", () => {
  const keys = commandsOnAStop().flatMap(({ hotkey }) => hotkey ?? []);
  expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  expect(keys.filter((key) => !Object.values<string>(BOARD_KEYS).includes(key))).toEqual([]);
});

it("opens a route as its driver sees it once it was sent, and not before", () => {
  const board = makeBoard();
  const enabledOf = (routes: typeof board.routes) => {
    const made = makeCommandContext({ ...board, routes });
    made.store.setState({ cursor: { kind: "route", id: "route-2" } });
    return boardCommands(made.context()).route.find(({ id }) => id === "see-as-driver")?.enabled;
  };
  expect(enabledOf(board.routes)).toBe(false);
  expect(enabledOf(board.routes.map((route) => ({ ...route, status: "dispatched" })))).toBe(true);
});

it("locks the route where a route is under the cursor", () => {
  const made = makeCommandContext(makeBoard());
  made.store.setState({ cursor: { kind: "route", id: "route-2" } });
  const onX = boardCommands(made.context()).all.filter(({ hotkey }) => hotkey === "x");
  expect(onX.map(({ id }) => id)).toEqual(["lock-route"]);
});
