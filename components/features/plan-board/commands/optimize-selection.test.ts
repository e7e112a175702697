import { expect, it } from "vitest";
import { makeBoard } from "../testing/make-board";
import { makeCommandContext } from "../testing/make-command-context";
import { planCommands } from "./plan-commands";

const optimize = (made: ReturnType<typeof makeCommandContext>) =>
  planCommands(made.context()).find(({ id }) => id === "optimize")!;

it("optimises what is selected at once, without a dialog", () => {
  const made = makeCommandContext(makeBoard());
  made.store.setState({ selectedIds: new Set(["v-1-1", "v-2-2"]) });
  void optimize(made).run();
  expect(made.optimized.map(({ scope }) => scope)).toEqual([{ kind: "stops", visitIds: ["v-1-1", "v-2-2"] }]);
  expect(made.store.getState().dialog).toBeNull();
});

it("asks what is meant where nothing, or only the stop walked on, is selected", () => {
  for (const selectedIds of [new Set<string>(), new Set(["v-1-1"])]) {
    const made = makeCommandContext(makeBoard());
    made.store.setState({ selectedIds });
    void optimize(made).run();
    expect(made.optimized).toEqual([]);
    expect(made.store.getState().dialog).toEqual({ kind: "optimize", scope: "day" });
  }
});
