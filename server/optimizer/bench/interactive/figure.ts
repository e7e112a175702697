/** Something measured, beside what it should be. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
}

export function percentOver(value: number, reference: number): string {
  return `${((value / reference - 1) * 100).toFixed(2)} %`;
}

/** Seconds since a reading of `performance.now()`. */
export function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}
