import type { CoreProblem } from "../problem/core-problem";
import { NONE, TIERS } from "../problem/problem-input";

/** The jobs on no route, as a dense list, and what that means: visits left out by tier, prizes of optional ones. */
export class JobPool {
  readonly jobs: Int32Array;
  count = 0;
  /** Visits that must be served, by tier. */
  readonly visitsByTier = new Int32Array(TIERS);
  /** Jobs among them that must be served. */
  requiredCount = 0;
  /** In core cost units, whole. */
  prizesLeftOut = 0;
  private readonly index: Int32Array;
  /** Jobs added (with `NONE`) and taken (with the place they had) since the last `save`, in that order. */
  private readonly log: number[] = [];
  // Counted apart: shortening the array would give its memory back, to be asked for again in every move.
  private logged = 0;

  constructor(private readonly problem: CoreProblem) {
    this.jobs = new Int32Array(problem.jobs.length);
    this.index = new Int32Array(problem.visitCount).fill(NONE);
  }

  has(job: number): boolean {
    return this.index[job] >= 0;
  }

  /** Place of a job in `jobs`, `NONE` if it is not among them. */
  placeOf(job: number): number {
    return this.index[job];
  }

  add(job: number): void {
    this.note(job, NONE);
    this.index[job] = this.count;
    this.jobs[this.count++] = job;
    this.tally(job, 1);
  }

  take(job: number): void {
    const at = this.index[job];
    this.note(job, at);
    const last = this.jobs[--this.count];
    this.jobs[at] = last;
    this.index[last] = at;
    this.index[job] = NONE;
    this.tally(job, -1);
  }

  save(): void {
    this.logged = 0;
  }

  /** Undoes everything since `save`, the order of the list included. */
  restore(): void {
    for (let i = this.logged - 2; i >= 0; i -= 2) {
      const job = this.log[i];
      const at = this.log[i + 1];
      if (at === NONE) {
        this.index[job] = NONE;
        this.count--;
        this.tally(job, -1);
        continue;
      }
      const last = this.count++;
      if (at < last) {
        const moved = this.jobs[at];
        this.jobs[last] = moved;
        this.index[moved] = last;
      }
      this.jobs[at] = job;
      this.index[job] = at;
      this.tally(job, 1);
    }
    this.logged = 0;
  }

  private note(job: number, at: number): void {
    this.log[this.logged++] = job;
    this.log[this.logged++] = at;
  }

  private tally(job: number, sign: number): void {
    const { isOptional, jobPrize, input } = this.problem;
    if (isOptional[job]) {
      this.prizesLeftOut += sign * jobPrize[job];
      return;
    }
    const { tier } = input;
    const partner = this.problem.partner[job];
    this.requiredCount += sign;
    this.visitsByTier[tier[job]] += sign;
    if (partner >= 0) this.visitsByTier[tier[partner]] += sign;
  }
}
