import type { RoutingBudget, RoutingProblem } from "@/server/domain/plan/routing-problem";
import type { DrayAnswer } from "@/server/optimizer/formats/dray/dray-answer-schema";
import { readDray } from "@/server/optimizer/formats/dray/read-dray";
import { writeDrayAnswer } from "@/server/optimizer/formats/dray/write-dray-answer";
import { type SolveOptions, solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";

/** What a kilometre costs where distance is all that counts. */
const CENTS_PER_KM = 100;

/**
 * Reads and solves a dray file. `fleet` and `distance` replace its own objective. Throws `FormatError` or
 * `InvalidRoutingProblemError`.
 */
export async function solveDray(
  text: string,
  objective: "fleet" | "distance" | undefined,
  budget: RoutingBudget,
  options: SolveOptions,
): Promise<Omit<DrayAnswer, "format" | "seed" | "cpuSeconds" | "peakMegabytes">> {
  const file = readDray(text);
  const asked = { ...file, problem: withObjective(file.problem, objective) };
  const solution = await solveRoutingProblem(asked.problem, budget, options);
  const { routes, ...plan } = writeDrayAnswer(asked, solution);
  const { iterations, elapsedSeconds, stopReason } = solution;
  return { ...plan, iterations, seconds: elapsedSeconds, stopReason, routes };
}

function withObjective(problem: RoutingProblem, objective: "fleet" | "distance" | undefined): RoutingProblem {
  if (objective === undefined) return problem;
  if (objective === "fleet") return { ...problem, objective: { ...problem.objective, goal: "fleet" } };
  const vehicles = problem.vehicles.map(({ overtime, ...vehicle }) => ({
    ...vehicle,
    fixedCostCents: 0,
    costPerKmCents: CENTS_PER_KM,
    costPerHourCents: 0,
    ...(overtime && { overtime: { ...overtime, costPerHourCents: 0 } }),
  }));
  return { ...problem, vehicles, objective: { goal: "cost" } };
}
