import { NONE, type ProblemInput } from "./problem-input";

/**
 * Which visits are moved together. A drop-off whose pickup is bound is moved alone (its vehicle is already the only
 * allowed one, see `bindVisits`); a pickup whose drop-off is bound in front of it can no longer be served.
 */
export function compilePairs(input: ProblemInput, nodeCount: number) {
  const { visitCount } = input;
  const bound = new Uint8Array(nodeCount);
  for (const visits of input.boundVisits) for (const visit of visits) bound[visit] = 1;

  const partner = new Int32Array(visitCount).fill(NONE);
  const isJob = new Uint8Array(visitCount);
  const jobTier = Uint8Array.from(input.tier);
  for (let visit = 0; visit < visitCount; visit++) isJob[visit] = bound[visit] ? 0 : 1;
  for (let pickup = 0; pickup < visitCount; pickup++) {
    const dropoff = input.dropoffOf[pickup];
    if (dropoff < 0 || bound[pickup] || bound[dropoff]) continue;
    partner[pickup] = dropoff;
    partner[dropoff] = pickup;
    isJob[dropoff] = 0;
    jobTier[pickup] = Math.max(input.tier[pickup], input.tier[dropoff]);
  }

  const jobs: number[] = [];
  for (let visit = 0; visit < visitCount; visit++) if (isJob[visit]) jobs.push(visit);
  return { partner, isJob, jobTier, bound, jobs: Int32Array.from(jobs) };
}
