import type { RoutingBudget, RoutingProblem, RoutingSolution } from "@/server/domain/plan/routing-problem";
import { readClock } from "../../pool/search-clock";
import { type SolveOptions, solveRoutingProblem } from "../../pool/solve-routing-problem";
import { secondsSince } from "./figure";

export interface TimedSolve {
  readonly solution: RoutingSolution;
  /** From asking to the first plan in hand, and what that leaves out. */
  readonly firstSeconds: number;
  /** Processor time of the whole process until then. */
  readonly firstCpuSeconds: number;
  readonly firstUnassigned: number;
  /** From asking to the answer, proof included. */
  readonly totalSeconds: number;
  readonly totalCpuSeconds: number;
}

/** Solves and notes when the first plan came: on the wall, and in processor time, which a busy machine does not spoil. */
export async function timedSolve(
  problem: RoutingProblem,
  budget: RoutingBudget,
  options: SolveOptions = {},
): Promise<TimedSolve> {
  const start = performance.now();
  const cpuStart = readClock("cpu");
  const passed = () => ({ seconds: secondsSince(start), cpuSeconds: readClock("cpu") - cpuStart });
  let first: { readonly seconds: number; readonly cpuSeconds: number; readonly unassigned: number } | undefined;
  const solution = await solveRoutingProblem(problem, budget, {
    ...options,
    onProgress: ({ unassignedVisits }) => {
      first ??= { ...passed(), unassigned: unassignedVisits };
    },
  });
  const total = passed();
  return {
    solution,
    firstSeconds: first?.seconds ?? total.seconds,
    firstCpuSeconds: first?.cpuSeconds ?? total.cpuSeconds,
    firstUnassigned: first?.unassigned ?? solution.unassigned.length,
    totalSeconds: total.seconds,
    totalCpuSeconds: total.cpuSeconds,
  };
}
