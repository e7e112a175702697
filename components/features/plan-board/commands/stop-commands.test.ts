import { expect, it } from "vitest";
import { selectArea, selectStop } from "../select-stops";
import { makeBoard } from "../testing/make-board";
import { makeCommandContext } from "../testing/make-command-context";
import { stopCommands } from "./stop-commands";

const board = makeBoard({ routes: 2, stopsPerRoute: 5, pool: 2 });

function desk() {
  const made = makeCommandContext(board);
  const run = (id: string) => {
    const command = stopCommands(made.context()).find((each) => each.id === id)!;
    if (command.enabled) void command.run();
    return command.enabled;
  };
  return { ...made, run };
}

it("re-orders a run of stops as one", () => {
  const { store, moves, run } = desk();
  selectArea(store, ["v-1-2", "v-1-3"], false);
  expect(run("later")).toBe(true);
  expect(moves).toEqual([
    { visitIds: ["v-1-2", "v-1-3"], to: { kind: "position", routeId: "route-1", afterVisitId: "v-1-4" } },
  ]);
  selectArea(store, ["v-1-2", "v-1-4"], false);
  expect(run("later")).toBe(false);
});

it("pastes behind the stop under the cursor, on a route where they fit best, on the unassigned off their routes", () => {
  const { store, moves, run } = desk();
  expect(run("paste")).toBe(false);
  for (const [cursor, to] of [
    [
      { kind: "stop", id: "v-2-3" },
      { kind: "position", routeId: "route-2", afterVisitId: "v-2-3" },
    ],
    [
      { kind: "route", id: "route-2" },
      { kind: "best", routeId: "route-2" },
    ],
    [{ kind: "pool" }, { kind: "pool" }],
    [{ kind: "stop", id: "p-1" }, { kind: "pool" }],
  ] as const) {
    selectStop(store, "v-1-1", "replace", []);
    run("cut");
    expect(store.getState().announcement).toBe("1 stop cut");
    store.setState({ cursor });
    run("paste");
    expect(moves.at(-1)).toEqual({ visitIds: ["v-1-1"], to });
    expect(store.getState().cutIds).toEqual([]);
  }
});

it("goes on with the next stop where one is unassigned, and keeps a selection that was put together", () => {
  const { store, moves, run } = desk();
  selectStop(store, "v-1-2", "replace", []);
  run("unassign");
  expect(moves).toEqual([{ visitIds: ["v-1-2"], to: { kind: "pool" } }]);
  expect(store.getState().cursor).toEqual({ kind: "stop", id: "v-1-3" });
  selectArea(store, ["v-2-1", "v-2-2"], false);
  run("unassign");
  expect([...store.getState().selectedIds]).toEqual(["v-2-1", "v-2-2"]);
});
