import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteLinks } from "./route-links";

/**
 * When each node can be reached and left. Waiting is free to any amount, so the arrivals from which the rest of a
 * route still works are all those up to a latest one, with several windows as with one: `departure` forwards and
 * `latestArrival` backwards decide an insertion exactly, in constant time.
 *
 * Where time costs money the route leaves as late as it can. Its paid duration comes from concatenating segments
 * (Vidal et al., "A hybrid genetic algorithm with adaptive diversity management for a large class of vehicle routing
 * problems with time windows", Computers & OR 40(1), 2013, §4.2.2): each has a duration and the earliest and latest
 * start that achieve it, for every prefix (`head…`) and suffix (`tail…`) of the route.
 */
export class Schedule {
  /** Earliest end of service, leaving as early as the shift allows. */
  readonly departure: Int32Array;
  readonly latestArrival: Int32Array;
  /** Shortest duration per route from departure to return; kept only where time is priced. */
  readonly duration: Int32Array;

  private readonly headDuration: Int32Array;
  private readonly headEarliest: Int32Array;
  private readonly headLatest: Int32Array;
  private readonly tailDuration: Int32Array;
  private readonly tailEarliest: Int32Array;
  private readonly tailLatest: Int32Array;
  /** The window each routed visit is served in, as far as durations are concerned. */
  private readonly chosenOpen: Int32Array;
  private readonly chosenClose: Int32Array;
  private readonly trialRow: Int32Array;

  constructor(
    private readonly problem: CoreProblem,
    private readonly links: RouteLinks,
  ) {
    const { nodeCount } = problem;
    const segmentCount = problem.timePriced ? nodeCount : 0;
    this.departure = new Int32Array(nodeCount);
    this.latestArrival = new Int32Array(nodeCount);
    this.duration = new Int32Array(problem.vehicleCount);
    this.headDuration = new Int32Array(segmentCount);
    this.headEarliest = new Int32Array(segmentCount);
    this.headLatest = new Int32Array(segmentCount);
    this.tailDuration = new Int32Array(segmentCount);
    this.tailEarliest = new Int32Array(segmentCount);
    this.tailLatest = new Int32Array(segmentCount);
    this.chosenOpen = Int32Array.from(problem.open);
    this.chosenClose = Int32Array.from(problem.close);
    this.trialRow = new Int32Array(nodeCount);
  }

  /** Earliest start of service at a node reached at `arrival`; `UNLIMITED` if no window is left. */
  startAt(node: number, arrival: number): number {
    const { open, close, lastClose, windowOffset, windowOpen, windowClose } = this.problem;
    if (arrival <= close[node])
      return arrival < open[node] ? (open[node] <= close[node] ? open[node] : UNLIMITED) : arrival;
    if (arrival > lastClose[node]) return UNLIMITED;
    for (let row = windowOffset[node] + 1; row < windowOffset[node + 1]; row++) {
      const start = arrival < windowOpen[row] ? windowOpen[row] : arrival;
      if (start <= windowClose[row]) return start;
    }
    return UNLIMITED;
  }

  /** Recomputes a route; false if someone on it is reached too late. */
  refresh(route: number): boolean {
    const onTime = this.refreshForward(route);
    this.refreshBackward(route);
    if (this.problem.timePriced) this.refreshDuration(route);
    return onTime;
  }

  /** Paid duration of a route with `visit` between `before` and `after`; a guess where that would be late. */
  durationWith(visit: number, route: number, before: number, after: number): number {
    const { problem } = this;
    const profile = problem.input.profiles[problem.input.vehicleProfile[route]];
    const { location, service } = problem;
    const { durationSeconds, size } = profile;
    const fromVisit = location[visit] * size;

    const travelIn = durationSeconds[location[before] * size + location[visit]];
    const reach = this.headDuration[before] + travelIn;
    const waitIn = Math.max(this.chosenOpen[visit] - reach - this.headLatest[before], 0);
    const latest = Math.min(this.chosenClose[visit] - reach, this.headLatest[before]);
    const duration = reach + waitIn + service[visit];

    const travelOut = location[after] < 0 ? 0 : durationSeconds[fromVisit + location[after]];
    const waitOut = Math.max(this.tailEarliest[after] - duration - travelOut - latest, 0);
    return duration + travelOut + waitOut + this.tailDuration[after];
  }

  private refreshForward(route: number): boolean {
    const { problem, departure } = this;
    const { next, legDuration } = this.links;
    const end = endNode(problem, route);
    let node = startNode(problem, route);
    departure[node] = problem.open[node];
    while (node !== end) {
      const after = next[node];
      const start = this.startAt(after, departure[node] + legDuration[node]);
      if (start === UNLIMITED) {
        for (let late = after; late !== end; late = next[late]) departure[late] = UNLIMITED;
        departure[end] = UNLIMITED;
        return false;
      }
      departure[after] = start + problem.service[after];
      node = after;
    }
    return true;
  }

  private refreshBackward(route: number): void {
    const { problem, latestArrival } = this;
    const { prev, legDuration } = this.links;
    const { close, service, windowOffset, windowOpen, windowClose } = problem;
    const start = startNode(problem, route);
    let node = endNode(problem, route);
    latestArrival[node] = close[node];
    while (node !== start) {
      const before = prev[node];
      const latestStart = Math.max(latestArrival[node] - legDuration[before] - service[before], -UNLIMITED);
      let row = windowOffset[before + 1] - 1;
      while (row > windowOffset[before] && windowOpen[row] > latestStart) row--;
      const fits = latestStart >= windowOpen[row];
      latestArrival[before] = fits ? Math.min(latestStart, windowClose[row]) : -UNLIMITED;
      node = before;
    }
  }

  private refreshDuration(route: number): void {
    if (this.problem.severalWindows) this.chooseWindows(route);
    const { problem, chosenOpen, chosenClose } = this;
    const { next, prev, legDuration } = this.links;
    const start = startNode(problem, route);
    const end = endNode(problem, route);

    this.headDuration[start] = 0;
    this.headEarliest[start] = chosenOpen[start];
    this.headLatest[start] = chosenClose[start];
    for (let node = start; node !== end; node = next[node]) {
      const after = next[node];
      const reach = this.headDuration[node] + legDuration[node];
      const wait = Math.max(chosenOpen[after] - reach - this.headLatest[node], 0);
      this.headEarliest[after] = Math.max(chosenOpen[after] - reach, this.headEarliest[node]) - wait;
      this.headLatest[after] = Math.min(chosenClose[after] - reach, this.headLatest[node]);
      this.headDuration[after] = reach + wait + problem.service[after];
    }
    this.duration[route] = this.headDuration[end];

    this.tailDuration[end] = 0;
    this.tailEarliest[end] = chosenOpen[end];
    this.tailLatest[end] = chosenClose[end];
    for (let node = end; node !== start; node = prev[node]) {
      const before = prev[node];
      const reach = problem.service[before] + legDuration[before];
      const wait = Math.max(this.tailEarliest[node] - reach - chosenClose[before], 0);
      this.tailEarliest[before] = Math.max(this.tailEarliest[node] - reach, chosenOpen[before]) - wait;
      this.tailLatest[before] = Math.min(this.tailLatest[node] - reach, chosenClose[before]);
      this.tailDuration[before] = reach + wait + this.tailDuration[node];
    }
  }

  /**
   * Which windows make the route shortest. Leaving later, a visit falls from one window to the next only once, so a
   * route has at most one pattern of windows per window on it, and trying each in turn is exact.
   */
  private chooseWindows(route: number): void {
    const { problem } = this;
    const { windowOpen, windowClose } = problem;
    const { next } = this.links;
    const start = startNode(problem, route);
    const end = endNode(problem, route);
    let shortest = Number.POSITIVE_INFINITY;
    let leave = problem.open[start];
    while (leave <= problem.close[start]) {
      const latest = this.tryPattern(start, end, leave);
      if (latest === NEVER) return;
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
    return latest;
  }
}

const NEVER = -UNLIMITED;
