import type { RoutingProblem } from "./routing-problem";

/**
 * What a plan should be best at: `cheapest` in money, `fastest` in working hours, `balanced` in equal shares of work at
 * little extra cost, `fewest-vehicles` before anything else.
 */
export const OPTIMIZATION_STRATEGIES = ["cheapest", "fastest", "balanced", "fewest-vehicles"] as const;
export type OptimizationStrategy = (typeof OPTIMIZATION_STRATEGIES)[number];

/** An hour at the wheel of the fastest plan; against it a kilometre only decides between equals. */
const CENTS_PER_HOUR = 100_000;
const CENTS_PER_KM = 1;
/** How much `balanced` gives for equal shares where nobody said otherwise. */
const BALANCE_FACTOR = 0.5;

/**
 * The same question, asked for a strategy. Its answers' `costCents` are in the strategy's own prices: compare plans by
 * what they really cost on the vehicles as they are.
 */
export function withStrategy(problem: RoutingProblem, strategy: OptimizationStrategy): RoutingProblem {
  const { objective } = problem;
  switch (strategy) {
    case "cheapest":
      return { ...problem, objective: { ...objective, goal: "cost" } };
    case "fewest-vehicles":
      return { ...problem, objective: { ...objective, goal: "fleet" } };
    case "balanced": {
      const balance = objective.balance ?? { by: "working-time", forced: false, factor: BALANCE_FACTOR };
      return { ...problem, objective: { ...objective, goal: "cost", balance } };
    }
    case "fastest": {
      const vehicles = problem.vehicles.map(({ overtime, ...vehicle }) => ({
        ...vehicle,
        fixedCostCents: 0,
        costPerKmCents: CENTS_PER_KM,
        costPerHourCents: CENTS_PER_HOUR,
        ...(overtime && { overtime: { ...overtime, costPerHourCents: 0 } }),
      }));
      return { ...problem, vehicles, objective: { ...objective, goal: "cost", carbonCentsPerKg: 0 } };
    }
  }
}
