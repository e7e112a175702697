import { describe, expect, it } from "vitest";
import { compileProblem } from "../problem/compile-problem";
import { lineInput, loads } from "../testing/line-problem";
import { SearchRun } from "./search-run";

// Two visits of 50 fill a van; near ones belong together, and far ones.
const input = lineInput(4, 2, { deliver: loads(50, 50, 50, 50) });

function runOf(overrides = {}) {
  return new SearchRun(compileProblem({ ...input, ...overrides }), { seed: 1, stop: [], now: () => 0, verify: true });
}

function meet(run: SearchRun, ...routes: readonly (readonly number[])[]): void {
  run.adopt((vehicle) => routes[vehicle] ?? []);
  run.recombination.remember();
}

describe("recombination", () => {
  it("puts a better plan together from routes of two worse ones", () => {
    // Each part of the good plan comes from a plan that has no other part of it.
    const three = lineInput(6, 3, { deliver: loads(50, 50, 50, 50, 50, 50) });
    const pooled = new SearchRun(compileProblem(three), { seed: 1, stop: [], now: () => 0, verify: true });
    meet(pooled, [0, 1], [2, 4], [3, 5]);
    meet(pooled, [2, 3], [0, 4], [1, 5]);
    meet(pooled, [4, 5], [0, 2], [1, 3]);
    const before = pooled.best.cost;
    expect(pooled.recombination.apply()).toBe(true);
    expect(pooled.best.cost).toBeLessThan(before);
    const routes = [0, 1, 2].map((vehicle) => [...pooled.bestPlan.route(vehicle)].sort());
    expect(routes.sort()).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ]);
  });

  it("does nothing without new routes, while somebody is left out, or where plans cost more than their routes", () => {
    const run = runOf();
    meet(run, [0, 1], [2, 3]);
    run.recombination.apply();
    expect(run.recombination.apply()).toBe(false);
    const short = runOf();
    meet(short, [0, 1]);
    expect(short.recombination.apply()).toBe(false);
    const balanced = runOf({ balance: { by: "visits", forced: false, factor: 1 } });
    meet(balanced, [0, 2], [1, 3]);
    meet(balanced, [0, 1], [2, 3]);
    expect(balanced.recombination.apply()).toBe(false);
  });
});
