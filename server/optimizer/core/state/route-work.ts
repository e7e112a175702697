import { type CoreProblem, endNode, startNode, travelSeconds } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteLinks } from "./route-links";

/**
 * Working time from departure to return. A route leaves as late as it can, so this comes from concatenating segments
 * (Vidal et al., "A hybrid genetic algorithm with adaptive diversity management for a large class of vehicle routing
 * problems with time windows", Computers & OR 40(1), 2013, §4.2.2): each has a duration and the earliest and latest
 * start that achieve it, for every prefix (`head…`) and suffix (`tail…`) of the route.
 */
export class RouteWork {
  /** Shortest per route; of the departures that return before overtime, if any does. */
  readonly seconds: Int32Array;
  /** The same as the segments have it: from other departures where there are breaks or reloads. */
  private readonly concatenated: Int32Array;
  /** Whether anything depends on working time; else nothing here is kept. */
  readonly isKept: boolean;

  private readonly headDuration: Int32Array;
  private readonly headLatest: Int32Array;
  private readonly tailDuration: Int32Array;
  private readonly tailEarliest: Int32Array;
  /** The window each routed visit is served in. */
  private readonly chosenOpen: Int32Array;
  private readonly chosenClose: Int32Array;
  private readonly trialRow: Int32Array;

  constructor(
    private readonly problem: CoreProblem,
    private readonly links: RouteLinks,
  ) {
    this.isKept = problem.keepsWork;
    const nodeCount = this.isKept ? problem.nodeCount : 0;
    this.seconds = new Int32Array(problem.vehicleCount);
    this.concatenated = new Int32Array(problem.vehicleCount);
    this.headDuration = new Int32Array(nodeCount);
    this.headLatest = new Int32Array(nodeCount);
    this.tailDuration = new Int32Array(nodeCount);
    this.tailEarliest = new Int32Array(nodeCount);
    this.chosenOpen = Int32Array.from(problem.open);
    this.chosenClose = Int32Array.from(problem.close);
    this.trialRow = new Int32Array(nodeCount);
  }

  /** Recomputes a route whose earliest return is known. */
  refresh(route: number, earliestReturn: number): void {
    if (this.problem.severalWindows) this.chooseWindows(route, earliestReturn);
    this.refreshHeads(route);
    this.refreshTails(route);
  }

  /** What `visit` between two neighbours adds to the work: exact where `with` is, and breaks take up no waiting. */
  added(visit: number, route: number, before: number, after: number): number {
    const now = this.links.count[route] === 0 ? 0 : this.concatenated[route];
    return this.with(visit, route, before, after) - now;
  }

  /** Work of a route with `visit` between two neighbours; a guess where that would be late or change other windows. */
  with(visit: number, route: number, before: number, after: number): number {
    this.walkFrom(before);
    return this.walkOver(visit, route, before, after);
  }

  /** Earliest return of a route whose node is reached at `arrival`, by the windows chosen. */
  returnFrom(node: number, arrival: number): number {
    return Math.max(arrival, this.tailEarliest[node]) + this.tailDuration[node];
  }

  private duration = 0;
  private latest = 0;

  /** Starts adding up the work of a route that differs from the current one behind `node`. */
  walkFrom(node: number): void {
    this.duration = this.headDuration[node];
    this.latest = this.headLatest[node];
  }

  walkTo(visit: number, travel: number): void {
    const reach = this.duration + travel;
    const wait = Math.max(this.chosenOpen[visit] - reach - this.latest, 0);
    this.latest = Math.min(this.chosenClose[visit] - reach, this.latest);
    this.duration = reach + wait + this.problem.service[visit];
  }

  /** Work if the route goes from `at`, where the walk is, to a visit and on as it is from `after`. The walk stays. */
  walkOver(visit: number, route: number, at: number, after: number): number {
    const { problem, chosenOpen, chosenClose } = this;
    const reach = this.duration + travelSeconds(problem, route, at, visit);
    const wait = Math.max(chosenOpen[visit] - reach - this.latest, 0);
    const latest = Math.min(chosenClose[visit] - reach, this.latest);
    const duration = reach + wait + problem.service[visit] + travelSeconds(problem, route, visit, after);
    return duration + Math.max(this.tailEarliest[after] - duration - latest, 0) + this.tailDuration[after];
  }

  private refreshHeads(route: number): void {
    const { problem } = this;
    const { next, legDuration } = this.links;
    const start = startNode(problem, route);
    const end = endNode(problem, route);
    this.headDuration[start] = 0;
    this.headLatest[start] = this.chosenClose[start];
    this.walkFrom(start);
    for (let node = start; node !== end; node = next[node]) {
      const after = next[node];
      this.walkTo(after, legDuration[node]);
      this.headDuration[after] = this.duration;
      this.headLatest[after] = this.latest;
    }
    this.concatenated[route] = this.duration;
    this.seconds[route] = this.duration;
  }

  private refreshTails(route: number): void {
    const { problem, chosenOpen, chosenClose } = this;
    const { prev, legDuration } = this.links;
    const start = startNode(problem, route);
    const end = endNode(problem, route);
    this.tailDuration[end] = 0;
    this.tailEarliest[end] = chosenOpen[end];
    for (let node = end; node !== start; node = prev[node]) {
      const before = prev[node];
      const reach = problem.service[before] + legDuration[before];
      const wait = Math.max(this.tailEarliest[node] - reach - chosenClose[before], 0);
      this.tailEarliest[before] = Math.max(this.tailEarliest[node] - reach, chosenOpen[before]) - wait;
      this.tailDuration[before] = reach + wait + this.tailDuration[node];
    }
  }

  /**
   * Which windows make the route shortest. Leaving later, a visit falls from one window to the next only once, so a
   * route has at most one pattern of windows per window on it, and trying each in turn is exact. Those that return in
   * overtime count only if the earliest does.
   */
  private chooseWindows(route: number, earliestReturn: number): void {
    const { problem } = this;
    const { windowOpen, windowClose } = problem;
    const { next } = this.links;
    const start = startNode(problem, route);
    const end = endNode(problem, route);
    const latestReturn = Math.max(problem.input.shiftTo[route], earliestReturn);
    let shortest = Number.POSITIVE_INFINITY;
    let leave = problem.open[start];
    while (leave <= problem.close[start]) {
      const latest = this.tryPattern(start, end, leave);
      if (latest === NEVER || this.patternReturn > latestReturn) return;
      if (this.patternDuration < shortest) {
        shortest = this.patternDuration;
        for (let node = next[start]; node !== end; node = next[node]) {
          this.chosenOpen[node] = windowOpen[this.trialRow[node]];
          this.chosenClose[node] = windowClose[this.trialRow[node]];
        }
      }
      leave = latest + 1;
    }
  }

  private patternDuration = 0;
  private patternReturn = 0;

  /** Windows met when leaving at `leave`; the latest departure that still meets them all, or `NEVER`. */
  private tryPattern(start: number, end: number, leave: number): number {
    const { problem, trialRow } = this;
    const { windowOffset, windowOpen, windowClose, service } = problem;
    const { next, legDuration } = this.links;
    let time = leave;
    let duration = 0;
    let latest = problem.close[start];
    for (let node = start; node !== end; node = next[node]) {
      const after = next[node];
      time += legDuration[node];
      duration += legDuration[node];
      let row = windowOffset[after];
      while (row < windowOffset[after + 1] && (windowClose[row] < time || windowClose[row] < windowOpen[row])) row++;
      if (row === windowOffset[after + 1]) return NEVER;
      trialRow[after] = row;
      duration += Math.max(windowOpen[row] - duration - latest, 0);
      latest = Math.min(latest, windowClose[row] - duration);
      time = Math.max(time, windowOpen[row]) + service[after];
      duration += service[after];
    }
    this.patternDuration = duration;
    this.patternReturn = time;
    return latest;
  }
}

const NEVER = -UNLIMITED;
