import { type CoreProblem, hasTightWindows, startNode } from "../problem/core-problem";
import { LOAD_DIMENSIONS, TIERS, UNLIMITED } from "../problem/problem-input";
import type { Random } from "../search/random";

/** Few enough to sort in place by insertion. */
const SHORT_LIST = 64;

/**
 * The order in which torn-out jobs are put back, drawn anew for each recreate: random, largest demand, farthest,
 * closest, tightest window, earliest opening, latest closing; weights as in §5.3 of the paper. Higher tiers always come first
 * while someone is left out, optional jobs last. Every other time those with a place of their own come before all, front
 * to back: others would be in their way, but they must not always be in the way of others.
 */
export class InsertionOrders {
  private readonly keys: readonly { readonly weight: number; readonly key: Float64Array | undefined }[];
  private readonly totalWeight: number;
  private readonly jitter: Float64Array;
  private readonly tierRank: Int32Array;
  private readonly placeRank: Int32Array;
  private readonly hasPlaces: boolean;
  private readonly severalRanks: boolean;
  private rank: Int32Array;

  constructor(
    problem: CoreProblem,
    private readonly random: Random,
  ) {
    const far = startDistances(problem);
    const { open, lastClose } = problem;
    const visits = Array.from({ length: problem.visitCount }, (_, visit) => visit);
    const key = (of: (visit: number) => number) => Float64Array.from(visits, of);
    const windowWeight = hasTightWindows(problem) ? 2 : 0;
    this.keys = [
      { weight: 4, key: undefined },
      { weight: 4, key: demands(problem) },
      { weight: 2, key: key((visit) => -far[visit]) },
      { weight: 1, key: far },
      { weight: windowWeight, key: key((visit) => lastClose[visit] - open[visit]) },
      { weight: windowWeight, key: key((visit) => open[visit]) },
      { weight: windowWeight, key: key((visit) => -lastClose[visit]) },
    ];
    this.totalWeight = this.keys.reduce((sum, { weight }) => sum + weight, 0);
    this.jitter = new Float64Array(problem.visitCount);
    this.tierRank = tierRanks(problem);
    this.placeRank = placeRanks(problem, this.tierRank);
    this.rank = this.placeRank;
    this.hasPlaces = this.placeRank.some((rank) => rank > TIERS);
    this.severalRanks = this.placeRank.some((rank) => rank !== this.placeRank[0]);
  }

  /** Sorts the first `count` of `jobs` in place. */
  sort(jobs: Int32Array, count: number, tiersFirst: boolean): void {
    const key = this.draw(jobs, count);
    if (this.hasPlaces) this.rank = this.random.below(2) === 0 ? this.placeRank : this.tierRank;
    if (count > SHORT_LIST) {
      jobs.subarray(0, count).sort((a, b) => (this.comesBefore(key, a, b, tiersFirst) ? -1 : 1));
      return;
    }
    for (let i = 1; i < count; i++) {
      const job = jobs[i];
      let at = i;
      while (at > 0 && this.comesBefore(key, job, jobs[at - 1], tiersFirst)) {
        jobs[at] = jobs[at - 1];
        at--;
      }
      jobs[at] = job;
    }
  }

  private draw(jobs: Int32Array, count: number): Float64Array {
    let ticket = this.random.below(this.totalWeight);
    for (const { weight, key } of this.keys) {
      if (ticket < weight && key !== undefined) return key;
      if (ticket < weight) break;
      ticket -= weight;
    }
    for (let i = 0; i < count; i++) this.jitter[jobs[i]] = this.random.unit();
    return this.jitter;
  }

  private comesBefore(key: Float64Array, a: number, b: number, tiersFirst: boolean): boolean {
    const { rank } = this;
    if (tiersFirst && this.severalRanks && rank[a] !== rank[b]) return rank[a] > rank[b];
    return key[a] !== key[b] ? key[a] < key[b] : a < b;
  }
}

/** Higher is first: tier by tier, then optional jobs. */
function tierRanks({ isOptional, jobTier }: CoreProblem): Int32Array {
  return Int32Array.from(jobTier, (tier, job) => (isOptional[job] ? 0 : tier + 1));
}

/** Visits with a place of their own before all others, from the front to the back. */
function placeRanks({ partner, placeOf }: CoreProblem, tierRank: Int32Array): Int32Array {
  return tierRank.map((rank, job) => {
    const place = placeOf[job] > 0 || partner[job] < 0 ? placeOf[job] : placeOf[partner[job]];
    return place > 0 ? UNLIMITED + TIERS - place : rank;
  });
}

/** Largest first; dimensions are made comparable by the capacity of the whole fleet. */
function demands(problem: CoreProblem): Float64Array {
  const { visitCount, vehicleCount, startLoad, loadChange } = problem;
  const total = new Float64Array(LOAD_DIMENSIONS);
  for (let vehicle = 0; vehicle < vehicleCount; vehicle++) {
    for (let d = 0; d < LOAD_DIMENSIONS; d++) total[d] += problem.input.capacity[vehicle * LOAD_DIMENSIONS + d];
  }
  const key = new Float64Array(visitCount);
  for (let visit = 0; visit < visitCount; visit++) {
    for (let d = 0; d < LOAD_DIMENSIONS; d++) {
      const at = visit * LOAD_DIMENSIONS + d;
      const carried = Math.max(startLoad[at], startLoad[at] + loadChange[at]);
      if (total[d] > 0) key[visit] -= carried / total[d];
    }
  }
  return key;
}

/** Distance from the first vehicle's start, which is every vehicle's where there is one depot. */
function startDistances(problem: CoreProblem): Float64Array {
  const { location, visitCount } = problem;
  const { distanceMeters, size } = problem.input.profiles[problem.input.vehicleProfile[0]];
  const row = location[startNode(problem, 0)] * size;
  return Float64Array.from({ length: visitCount }, (_, visit) => distanceMeters[row + location[visit]]);
}
