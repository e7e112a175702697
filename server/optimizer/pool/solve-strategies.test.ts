import { describe, expect, it } from "vitest";
import type { RoutingBudget, RoutingProblem } from "@/server/domain/plan/routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { solveRoutingProblem } from "./solve-routing-problem";
import { type StrategyOptions, solveStrategies } from "./solve-strategies";

/** Two vans at one depot, so far from the last visits that balance, money and time disagree. */
const problem = gridProblem({
  visits: 30,
  vehicles: 3,
  vehicle: (k) => ({ costPerKmCents: 50 + 100 * k, costPerHourCents: 2000, fixedCostCents: 3000 }),
});

/** Solves by iterations, and says it took so many seconds. */
function solver(seconds = 1): {
  solve: NonNullable<StrategyOptions["solve"]>;
  asked: RoutingBudget[];
  problems: RoutingProblem[];
} {
  const asked: RoutingBudget[] = [];
  const problems: RoutingProblem[] = [];
  const solve: NonNullable<StrategyOptions["solve"]> = async (each, budget, options) => {
    asked.push(budget);
    problems.push(each);
    const solution = await solveRoutingProblem(each, { seed: budget.seed, maxIterations: 1500, threads: 1 }, options);
    return { ...solution, elapsedSeconds: seconds };
  };
  return { solve, asked, problems };
}

describe("solveStrategies", () => {
  it("answers each strategy with the plan that is best at its own aim, by real prices", async () => {
    const strategies = ["fewest-vehicles", "balanced", "fastest", "cheapest"] as const;
    const plans = await solveStrategies(problem, strategies, { seed: 1 }, { solve: solver().solve });
    expect(plans.map((plan) => plan.strategy)).toEqual(strategies);
    const by = new Map(plans.map((plan) => [plan.strategy, plan.figures]));
    const least = (of: (figures: (typeof plans)[number]["figures"]) => number) =>
      Math.min(...plans.map((p) => of(p.figures)));
    expect(by.get("cheapest")?.costCents).toBe(least((figures) => figures.costCents));
    expect(by.get("fastest")?.workSeconds).toBe(least((figures) => figures.workSeconds));
    expect(by.get("fewest-vehicles")?.vehiclesUsed).toBe(least((figures) => figures.vehiclesUsed));
    expect(by.get("balanced")!.workSpreadSeconds).toBeLessThan(by.get("cheapest")!.workSpreadSeconds + 1);
    expect(plans.every(({ solution, figures }) => solution.unassigned.length + figures.lateSeconds === 0)).toBe(true);
  });

  it("shares the matrices, and the time evenly over who is left", async () => {
    const { solve, asked, problems } = solver(2);
    await solveStrategies(problem, ["cheapest", "fastest", "balanced"], { seed: 1, maxSeconds: 30 }, { solve });
    expect(asked.map((budget) => budget.maxSeconds)).toEqual([10, 14, 26]);
    expect(new Set(problems.map((each) => each.matrices)).size).toBe(1);
  });

  it("says who is at work, and ends with what there is when told to", async () => {
    const abort = new AbortController();
    const heard: string[] = [];
    const plans = await solveStrategies(
      problem,
      ["cheapest", "fastest", "balanced"],
      { seed: 1 },
      {
        solve: solver().solve,
        signal: abort.signal,
        onBegin: (strategy) => heard.push(strategy),
        onProgress: () => heard.push("progress"),
        onSolved: () => {
          heard.push("solved");
          if (heard.includes("fastest")) abort.abort();
        },
      },
    );
    expect(plans.map((plan) => plan.strategy)).toEqual(["cheapest", "fastest"]);
    expect(heard.filter((each) => each !== "progress")).toEqual(["cheapest", "solved", "fastest", "solved"]);
    expect(heard).toContain("progress");
  });

  it("solves for the first strategy even if it was stopped before, in worker threads", async () => {
    const budget = { seed: 1, maxIterations: 100, threads: 1 };
    const plans = await solveStrategies(problem, ["balanced", "fastest"], budget, { signal: AbortSignal.abort() });
    expect(plans.map((plan) => plan.strategy)).toEqual(["balanced"]);
  });
});
