import { readFileSync } from "node:fs";
import { type BenchmarkObjective, conventionOf } from "../formats/benchmark-convention";
import { BENCHMARK_READERS } from "../formats/benchmark-formats";
import { measureBenchmarkRoutes } from "../formats/measure-benchmark-routes";
import type { FoundInstance } from "./find-instances";
import { runSolve } from "./run-solve";

export interface BenchBudget {
  readonly objective: BenchmarkObjective;
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
  /** Default: processor time for one thread, which a busy machine does not spoil, wall time for several. */
  readonly clock?: "cpu" | "wall";
}

export interface MeasuredInstance {
  readonly name: string;
  readonly seed: number;
  readonly vehicles: number;
  /** Beyond the fewest known; absent where that is not known, not the question, or somebody is left out. */
  readonly extraVehicles?: number;
  readonly distance: number;
  /** To the best known; absent where that is not known or somebody is left out. */
  readonly gapPercent?: number;
  readonly unassigned: number;
  readonly iterations: number;
  readonly iterationsPerSecond: number;
  readonly cpuSeconds: number;
}

/** Solves an instance in a fresh process and re-checks what it prints against the file. Throws if it does not hold. */
export async function measureInstance(instance: FoundInstance, budget: BenchBudget): Promise<MeasuredInstance> {
  const { objective, seconds, threads, seed } = budget;
  const { format, file, name, best } = instance;
  const clock = budget.clock ?? (threads === 1 ? "cpu" : "wall");
  const asked = { format, objective, seconds, threads, seed, clock };
  const report = await runSolve([file, ...Object.entries(asked).flatMap(([key, value]) => [`--${key}`, `${value}`])]);
  const measured = measureBenchmarkRoutes(
    BENCHMARK_READERS[format](readFileSync(file, "utf8")),
    conventionOf(format, objective),
    report.routes,
  );
  if (measured.faults.length > 0) throw new Error(`${name}: ${measured.faults.join("; ")}`);
  if (Math.abs(measured.distance - report.distance) > 1e-6 || measured.vehicles !== report.vehicles) {
    throw new Error(`${name}: printed ${report.distance}, its routes come to ${measured.distance}`);
  }
  const isComplete = measured.unassigned.length === 0;
  const isDimacs = format === "solomon" && objective === "distance";
  const bestDistance = isDimacs ? best.dimacs_distance : best.distance;
  return {
    name,
    seed,
    vehicles: measured.vehicles,
    ...(isComplete && objective === "fleet" && best.vehicles && { extraVehicles: measured.vehicles - best.vehicles }),
    distance: Math.round(measured.distance * 100) / 100,
    ...(isComplete && bestDistance && { gapPercent: (measured.distance / bestDistance - 1) * 100 }),
    unassigned: measured.unassigned.length,
    iterations: report.iterations,
    iterationsPerSecond: report.iterations / report.seconds,
    cpuSeconds: report.cpuSeconds,
  };
}
