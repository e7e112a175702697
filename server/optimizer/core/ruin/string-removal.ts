import type { CoreProblem } from "../problem/core-problem";
import { type NeighbourLists, nearestVisits } from "../problem/nearest-visits";
import type { Random } from "../search/random";
import type { RouteState } from "../state/route-state";

/** Mean number of visits torn out, c̄ of the paper. */
const MEAN_REMOVED = 10;
/** Longest string, L^max. */
const LONGEST_STRING = 10;
/**
 * Where routes have more visits than this on average, every other ruin may tear longer strings: they change too little
 * otherwise, and how many there are, hardly. On shorter routes that only takes time.
 */
const LONG_ROUTE = 18;
const LONG_SHARE = 0.5;
const MEAN_REMOVED_LONG = 15;
const LONGEST_STRING_LONG = 25;
/** Share of strings torn out around a preserved part, α. */
const SPLIT_SHARE = 0.5;
/** Chance of preserving one visit more, β. */
const SPLIT_DEPTH = 0.01;
/** Enough neighbours to find as many distinct routes as are ever torn at once. */
const WIDEST_RUIN = 1000;
const WIDEST_RUIN_LARGE = 250;
const LARGE = 1500;

/**
 * Adjacent string removal: strings of consecutive visits out of routes that pass near a random seed visit, whole or
 * split around a preserved part. Christiaens & Vanden Berghe, "Slack induction by string removals for vehicle routing
 * problems", Transportation Science 54(2), 2020, §5.1–5.2.
 */
export class StringRemoval {
  /** Who lies near whom; also for what to retry in the gap. */
  readonly near: NeighbourLists;
  private readonly tornInMove: Int32Array;
  private move = 0;
  private readonly string: Int32Array;

  constructor(
    private readonly problem: CoreProblem,
    private readonly state: RouteState,
    private readonly random: Random,
  ) {
    this.near = nearestVisits(problem, problem.visitCount > LARGE ? WIDEST_RUIN_LARGE : WIDEST_RUIN);
    this.tornInMove = new Int32Array(problem.vehicleCount);
    this.string = new Int32Array(LONGEST_STRING_LONG + 1);
  }

  /** Tears out strings near a random visit, which is returned. */
  ruin(): number {
    const { jobs } = this.problem;
    const seed = jobs[this.random.below(jobs.length)];
    this.ruinAround(seed);
    return seed;
  }

  private ruinAround(seed: number): void {
    const { problem, state, random, near } = this;
    const assigned = problem.visitCount - state.pool.count;
    const meanLength = state.usedCount > 0 ? assigned / state.usedCount : 1;
    const isLong = meanLength > LONG_ROUTE && random.unit() < LONG_SHARE;
    const longest = Math.min(isLong ? LONGEST_STRING_LONG : LONGEST_STRING, meanLength);
    const mostStrings = (4 * (isLong ? MEAN_REMOVED_LONG : MEAN_REMOVED)) / (1 + longest) - 1;
    let strings = random.upTo(mostStrings);

    const row = near.rowOf(seed);
    this.move++;
    for (let i = -1; i < near.width && strings > 0; i++) {
      const visit = i < 0 ? seed : near.visits[row + i];
      if (visit < 0) break;
      if (problem.bound[visit]) continue;
      const route = state.links.route[visit];
      if (route < 0 || this.tornInMove[route] === this.move) continue;
      this.tornInMove[route] = this.move;
      this.tear(visit, route, longest);
      strings--;
    }
  }

  private tear(visit: number, route: number, longest: number): void {
    const { problem, state, random, string } = this;
    const { position, count } = state.links;
    const movable = count[route] - problem.boundCount[route];
    const length = random.upTo(Math.min(longest, movable));
    const preserved =
      length < movable && length > 1 && random.unit() < SPLIT_SHARE ? this.preservedLength(length, movable) : 0;

    const span = length + preserved;
    const first = problem.boundCount[route] + 1;
    const place = position[visit];
    const earliest = Math.max(first, place - span + 1);
    const latest = Math.min(place, count[route] - span + 1);
    let start = earliest + random.below(latest - earliest + 1);
    const skipFrom = preserved > 0 ? start + 1 + random.below(length - 1) : 0;

    let node = visit;
    for (; start < place; start++) node = this.visitBefore(node);
    for (let i = 0, at = position[node], kept = 0; i < length; at++, node = this.visitBehind(node)) {
      if (preserved > 0 && at >= skipFrom && kept < preserved) kept++;
      else string[i++] = node;
    }
    for (let i = 0; i < length; i++) this.detach(string[i]);
    state.refresh(route);
  }

  /** Reloads are passed over: a trip that loses all its visits ends by itself. */
  private visitBefore(node: number): number {
    const { prev } = this.state.links;
    let visit = prev[node];
    while (visit >= this.problem.visitCount && prev[visit] >= 0) visit = prev[visit];
    return visit;
  }

  private visitBehind(node: number): number {
    const { next } = this.state.links;
    let visit = next[node];
    while (visit >= this.problem.visitCount && next[visit] >= 0) visit = next[visit];
    return visit;
  }

  private preservedLength(length: number, movable: number): number {
    let preserved = 1;
    while (length + preserved < movable && this.random.unit() < SPLIT_DEPTH) preserved++;
    return preserved;
  }

  private detach(visit: number): void {
    const job = this.problem.isJob[visit] ? visit : this.problem.partner[visit];
    if (!this.state.pool.has(job)) this.state.detach(job);
  }
}
