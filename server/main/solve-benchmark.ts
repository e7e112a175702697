import type { RoutingBudget, RoutingSolution } from "@/server/domain/plan/routing-problem";
import {
  type BenchmarkFormat,
  type BenchmarkObjective,
  conventionOf,
} from "@/server/optimizer/formats/benchmark-convention";
import { BENCHMARK_READERS } from "@/server/optimizer/formats/benchmark-formats";
import { benchmarkProblem } from "@/server/optimizer/formats/benchmark-problem";
import { measureBenchmarkRoutes } from "@/server/optimizer/formats/measure-benchmark-routes";
import { type SolveOptions, solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";

/** What is printed for a benchmark file; distance and duration as the format's convention counts them. */
export interface BenchmarkAnswer {
  readonly vehicles: number;
  readonly distance: number;
  readonly duration: number;
  /** Customers on no route. */
  readonly unassigned: readonly number[];
  readonly iterations: number;
  readonly seconds: number;
  readonly stopReason: RoutingSolution["stopReason"];
  /** The file's own customer numbers, one list per vehicle used. */
  readonly routes: readonly (readonly number[])[];
}

/** Reads, solves and measures a benchmark file. Throws `FormatError` where the file is not what it is said to be. */
export async function solveBenchmark(
  text: string,
  { format, objective }: { format: BenchmarkFormat; objective: BenchmarkObjective },
  budget: RoutingBudget,
  options: SolveOptions,
): Promise<BenchmarkAnswer> {
  const file = BENCHMARK_READERS[format](text);
  const convention = conventionOf(format, objective);
  const solution = await solveRoutingProblem(benchmarkProblem(file, convention, objective), budget, options);
  const routes = solution.routes
    .filter((route) => route.length > 0)
    .map((route) => route.map((visit) => file.customers[visit]!.number));
  const { faults, ...measured } = measureBenchmarkRoutes(file, convention, routes);
  if (faults.length > 0) throw new Error(`the routes found break ${faults.length} rules, first: ${faults[0]}`);
  return {
    ...measured,
    iterations: solution.iterations,
    seconds: solution.elapsedSeconds,
    stopReason: solution.stopReason,
    routes,
  };
}
