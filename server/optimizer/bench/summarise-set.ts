import type { MeasuredInstance } from "./measure-instance";

export interface SetSummary {
  readonly meanGapPercent?: number;
  readonly worstGapPercent?: number;
  /** Of those that need no vehicle more than the best known: only there do distances compare. */
  readonly meanGapOfMatchedPercent?: number;
  readonly extraVehicles?: number;
  readonly unassigned: number;
  readonly iterationsPerSecond: number;
}

/** Figures over the instances of a set; over several seeds, extra vehicles are the mean of the seeds' totals. */
export function summariseSet(instances: readonly MeasuredInstance[], seeds: number): SetSummary {
  const gaps = instances.flatMap(({ gapPercent }) => gapPercent ?? []);
  const matched = instances.flatMap(({ gapPercent, extraVehicles = 0 }) =>
    extraVehicles <= 0 ? (gapPercent ?? []) : [],
  );
  const extra = instances.flatMap(({ extraVehicles }) => extraVehicles ?? []);
  return {
    ...(gaps.length > 0 && { meanGapPercent: mean(gaps), worstGapPercent: Math.max(...gaps) }),
    ...(matched.length > 0 && { meanGapOfMatchedPercent: mean(matched) }),
    ...(extra.length > 0 && { extraVehicles: sum(extra) / seeds }),
    unassigned: sum(instances.map(({ unassigned }) => unassigned)),
    iterationsPerSecond: mean(instances.map(({ iterationsPerSecond }) => iterationsPerSecond)),
  };
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
