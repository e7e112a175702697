import type { RoutingBudget, RoutingProblem, RoutingSolution } from "@/server/domain/plan/routing-problem";
import { type SolveOptions, solveRoutingProblem } from "../../pool/solve-routing-problem";
import { secondsSince } from "./figure";

export interface TimedSolve {
  readonly solution: RoutingSolution;
  /** From asking to the first plan in hand, and what that leaves out. */
  readonly firstSeconds: number;
  readonly firstUnassigned: number;
  /** From asking to the answer, proof included. */
  readonly totalSeconds: number;
}

/** Solves and notes when the first plan came; seconds on the wall. */
export async function timedSolve(
  problem: RoutingProblem,
  budget: RoutingBudget,
  options: SolveOptions = {},
): Promise<TimedSolve> {
  const start = performance.now();
  let first: { readonly seconds: number; readonly unassigned: number } | undefined;
  const solution = await solveRoutingProblem(problem, budget, {
    ...options,
    onProgress: ({ unassignedVisits }) => {
      first ??= { seconds: secondsSince(start), unassigned: unassignedVisits };
    },
  });
  const totalSeconds = secondsSince(start);
  return {
    solution,
    firstSeconds: first?.seconds ?? totalSeconds,
    firstUnassigned: first?.unassigned ?? solution.unassigned.length,
    totalSeconds,
  };
}
