import { quantile } from "./quantile";

/** How long before the arrival an expectation is looked at. */
export const LEAD_MINUTES = [60, 30, 15] as const;

/** One stop that was reached, and what had been expected of it until then. */
export interface ReachedStop {
  readonly arrivedAtMs: number;
  /** In any order. */
  readonly expectations: readonly { readonly madeAtMs: number; readonly arriveAtMs: number }[];
}

/** How far expectations of one lead time were off. */
export interface LeadAccuracy {
  readonly leadMinutes: number;
  /** Stops of which something was expected that long before. */
  readonly stops: number;
  /** Half of the stops were reached within this of what was expected; null without stops. */
  readonly medianErrorSeconds: number | null;
  readonly p90ErrorSeconds: number | null;
  /** Median of reached − expected: positive where drivers come later than expected. */
  readonly biasSeconds: number | null;
}

/**
 * Expected against actual arrivals by lead time: for each stop the expectation that stood so many minutes before it was
 * reached. Stops of which nothing was expected that early do not count.
 */
export function arrivalAccuracy(reached: readonly ReachedStop[]): LeadAccuracy[] {
  return LEAD_MINUTES.map((leadMinutes) => {
    const errors = arrivalErrors(reached, leadMinutes);
    const sizes = errors.map(Math.abs);
    return {
      leadMinutes,
      stops: errors.length,
      medianErrorSeconds: quantile(sizes, 0.5),
      p90ErrorSeconds: quantile(sizes, 0.9),
      biasSeconds: quantile(errors, 0.5),
    };
  });
}

/** Reached − expected in seconds, of every stop of which something was expected so many minutes before. */
export function arrivalErrors(reached: readonly ReachedStop[], leadMinutes: number): number[] {
  return reached.flatMap(({ arrivedAtMs, expectations }) => {
    const stood = expectationAt(expectations, arrivedAtMs - leadMinutes * 60_000);
    return stood === null ? [] : [(arrivedAtMs - stood) / 1000];
  });
}

/** What was expected at a moment: the newest expectation made by then. */
function expectationAt(expectations: ReachedStop["expectations"], atMs: number): number | null {
  const made = expectations.filter(({ madeAtMs }) => madeAtMs <= atMs);
  if (made.length === 0) return null;
  return made.reduce((newest, each) => (each.madeAtMs >= newest.madeAtMs ? each : newest)).arriveAtMs;
}
