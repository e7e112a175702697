/** What has gone over the wire. */
export interface DriveTally {
  acts: number;
  fixes: number;
  applied: number;
  duplicates: number;
  superseded: number;
  rejected: number;
  failures: number;
}

export const emptyTally = (): DriveTally => ({
  acts: 0,
  fixes: 0,
  applied: 0,
  duplicates: 0,
  superseded: 0,
  rejected: 0,
  failures: 0,
});

/** What several devices have sent together. */
export function sumTallies(tallies: readonly DriveTally[]): DriveTally {
  const total = emptyTally();
  for (const tally of tallies) {
    for (const key of Object.keys(total) as (keyof DriveTally)[]) total[key] += tally[key];
  }
  return total;
}
