/** Steps of a scale that people read at a glance, times a power of ten. */
const ROUND = [1, 2, 2.5, 5, 10];

export interface ChartScale {
  readonly low: number;
  readonly high: number;
  /** Low to high, both included; nought is among them. */
  readonly ticks: readonly number[];
}

/**
 * A scale from nought (or below, where a value is) to at least the highest value, in at most five round steps of a base
 * unit: 60 for seconds that are read as minutes. A fixed `high` is kept: shares end at 1.
 */
export function chartScale(
  values: readonly number[],
  { base = 1, high: fixed }: { base?: number; high?: number } = {},
): ChartScale {
  const most = Math.max(0, ...values, fixed ?? 0);
  const least = Math.min(0, ...values);
  const step = most - least < 1e-9 ? base : roundStep((most - least) / 4 / base) * base;
  const from = -stepsTo(-least, step);
  const to = Math.max(from + 1, stepsTo(most, step));
  const ticks = Array.from({ length: to - from + 1 }, (_, at) => (from + at) * step);
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks };
}

/** So many steps reach `value`; a quotient may be rounded below it, down to nought for the smallest of numbers. */
function stepsTo(value: number, step: number): number {
  const steps = Math.ceil(value / step);
  return steps * step < value ? steps + 1 : steps;
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ROUND.find((each) => each * power >= least * (1 - 1e-9))!;
}
