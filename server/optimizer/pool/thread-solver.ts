import type { RoutingSolver } from "@/server/ports/routing-solver";
import { solveStrategies } from "./solve-strategies";

/** Solves in worker threads of this process; requests that are answered meanwhile are not held up. */
export const threadSolver: RoutingSolver = {
  solve: (problem, strategies, budget, signal) => solveStrategies(problem, strategies, budget, { signal }),
};
