/** How long before the arrival an expectation is looked at. */
const LEAD_MINUTES = [60, 30, 15] as const;

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
    const errors = reached.flatMap(({ arrivedAtMs, expectations }) => {
      const stood = expectationAt(expectations, arrivedAtMs - leadMinutes * 60_000);
      return stood === null ? [] : [(arrivedAtMs - stood) / 1000];
    });
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

/** What was expected at a moment: the newest expectation made by then. */
function expectationAt(expectations: ReachedStop["expectations"], atMs: number): number | null {
  const made = expectations.filter(({ madeAtMs }) => madeAtMs <= atMs);
  if (made.length === 0) return null;
  return made.reduce((newest, each) => (each.madeAtMs >= newest.madeAtMs ? each : newest)).arriveAtMs;
}

/** The smallest value that at least this share of the values does not exceed. */
function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
