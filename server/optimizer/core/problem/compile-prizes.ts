import { COST_UNITS_PER_CENT, type ProblemInput } from "./problem-input";

/**
 * Which jobs are worth only so much. A pair is as optional as its pickup; a visit whose other half is bound to a vehicle
 * must be served like any other, since leaving it out would split the pair.
 */
export function compilePrizes(input: ProblemInput, jobs: Int32Array, partner: Int32Array) {
  const jobPrize = new Float64Array(input.visitCount).fill(Number.POSITIVE_INFINITY);
  const isOptional = new Uint8Array(input.visitCount);
  const isDropoff = new Uint8Array(input.visitCount);
  for (const dropoff of input.dropoffOf) if (dropoff >= 0) isDropoff[dropoff] = 1;
  let hasOptionalJobs = false;
  for (const job of jobs) {
    const isHalf = partner[job] < 0 && (isDropoff[job] === 1 || input.dropoffOf[job] >= 0);
    if (input.prizeCents[job] < 0 || isHalf) continue;
    hasOptionalJobs = true;
    jobPrize[job] = input.prizeCents[job] * COST_UNITS_PER_CENT;
    isOptional[job] = 1;
    if (partner[job] >= 0) isOptional[partner[job]] = 1;
  }
  return { jobPrize, isOptional, hasOptionalJobs };
}
