import type { CoreProblem } from "../problem/core-problem";
import { NONE, TIERS } from "../problem/problem-input";

/** The jobs on no route, as a dense list, and how many visits of each tier that leaves out. */
export class JobPool {
  readonly jobs: Int32Array;
  count = 0;
  readonly visitsByTier = new Int32Array(TIERS);
  private readonly index: Int32Array;
  private readonly saved: Int32Array;
  private savedCount = 0;

  constructor(private readonly problem: CoreProblem) {
    this.jobs = new Int32Array(problem.jobs.length);
    this.saved = new Int32Array(problem.jobs.length);
    this.index = new Int32Array(problem.visitCount).fill(NONE);
  }

  has(job: number): boolean {
    return this.index[job] >= 0;
  }

  add(job: number): void {
    this.index[job] = this.count;
    this.jobs[this.count++] = job;
    this.tally(job, 1);
  }

  take(job: number): void {
    const at = this.index[job];
    const last = this.jobs[--this.count];
    this.jobs[at] = last;
    this.index[last] = at;
    this.index[job] = NONE;
    this.tally(job, -1);
  }

  save(): void {
    this.savedCount = this.count;
    for (let i = 0; i < this.count; i++) this.saved[i] = this.jobs[i];
  }

  restore(): void {
    while (this.count > 0) this.take(this.jobs[this.count - 1]);
    for (let i = 0; i < this.savedCount; i++) this.add(this.saved[i]);
  }

  private tally(job: number, sign: number): void {
    const { tier } = this.problem.input;
    const partner = this.problem.partner[job];
    this.visitsByTier[tier[job]] += sign;
    if (partner >= 0) this.visitsByTier[tier[partner]] += sign;
  }
}
