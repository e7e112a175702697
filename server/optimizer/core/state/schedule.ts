import { type CoreProblem, endNode, startNode, travelSeconds } from "../problem/core-problem";
import { NONE, UNLIMITED } from "../problem/problem-input";
import type { RouteLinks } from "./route-links";
import { RouteWork } from "./route-work";

/**
 * When each node can be reached and left. Waiting is free to any amount, so the arrivals from which the rest of a
 * route still works are all those up to a latest one, with several windows as with one: `departure` forwards and
 * `latestArrival` backwards decide an insertion exactly, in constant time.
 */
export class Schedule {
  /** Earliest end of service, leaving as early as the shift allows. */
  readonly departure: Int32Array;
  readonly latestArrival: Int32Array;
  readonly work: RouteWork;

  constructor(
    private readonly problem: CoreProblem,
    private readonly links: RouteLinks,
  ) {
    const { nodeCount } = problem;
    this.departure = new Int32Array(nodeCount);
    this.latestArrival = new Int32Array(nodeCount);
    this.work = new RouteWork(problem, links);
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
    const start = startNode(this.problem, route);
    const end = endNode(this.problem, route);
    this.departure[start] = this.problem.open[start];
    this.latestArrival[end] = this.problem.close[end];
    const onTime = this.refreshForward(start, end, false);
    this.refreshBackward(end, start, false);
    if (this.work.isKept) this.work.refresh(route, this.departure[end]);
    return onTime;
  }

  /** Recomputes a route that one visit was put onto: from there both ways, as far as anything changes. */
  refreshInsertion(route: number, visit: number): boolean {
    const start = startNode(this.problem, route);
    const end = endNode(this.problem, route);
    if (this.departure[end] === UNLIMITED) return this.refresh(route);
    this.departure[visit] = -UNLIMITED;
    this.latestArrival[visit] = UNLIMITED;
    const onTime = this.refreshForward(this.links.prev[visit], end, true);
    this.refreshBackward(this.links.next[visit], start, true);
    if (this.work.isKept) this.work.refresh(route, this.departure[end]);
    return onTime;
  }

  /** Earliest return of a route with `visit` between two neighbours, by the windows chosen further on. */
  returnWith(visit: number, route: number, before: number, after: number): number {
    const { problem } = this;
    const arrival = this.departure[before] + travelSeconds(problem, route, before, visit);
    const leaves = this.startAt(visit, arrival) + problem.service[visit];
    return this.work.returnFrom(after, leaves + travelSeconds(problem, route, visit, after));
  }

  /**
   * Work of the route if a visit, and its drop-off if it has one, stood after these nodes: tried, so exact whatever the
   * windows, and as slow as a refresh. `UNLIMITED` where someone would be late.
   */
  workTrying(visit: number, before: number, dropoff = NONE, beforeDropoff = NONE): number {
    const { links } = this;
    const route = links.route[before];
    links.insert(visit, before);
    if (dropoff >= 0) links.insert(dropoff, beforeDropoff);
    links.measure(route);
    const seconds = this.refresh(route) ? this.work.seconds[route] : UNLIMITED;
    links.remove(visit);
    if (dropoff >= 0) links.remove(dropoff);
    links.measure(route);
    this.refresh(route);
    return seconds;
  }

  /** Departures behind `from`; where asked to, ends at the first that stays what it was. */
  private refreshForward(from: number, end: number, onlyChanges: boolean): boolean {
    const { problem, departure } = this;
    const { next, legDuration } = this.links;
    let node = from;
    while (node !== end) {
      const after = next[node];
      const start = this.startAt(after, departure[node] + legDuration[node]);
      if (start === UNLIMITED) {
        for (let late = after; late !== end; late = next[late]) departure[late] = UNLIMITED;
        departure[end] = UNLIMITED;
        return false;
      }
      const leaves = start + problem.service[after];
      if (onlyChanges && departure[after] === leaves) return true;
      departure[after] = leaves;
      node = after;
    }
    return true;
  }

  /** Latest arrivals in front of `from`; where asked to, ends at the first that stays what it was. */
  private refreshBackward(from: number, start: number, onlyChanges: boolean): void {
    const { problem, latestArrival } = this;
    const { prev, legDuration } = this.links;
    const { service, windowOffset, windowOpen, windowClose } = problem;
    let node = from;
    while (node !== start) {
      const before = prev[node];
      const latestStart = Math.max(latestArrival[node] - legDuration[before] - service[before], -UNLIMITED);
      let row = windowOffset[before + 1] - 1;
      while (row > windowOffset[before] && windowOpen[row] > latestStart) row--;
      const fits = latestStart >= windowOpen[row];
      const latest = fits ? Math.min(latestStart, windowClose[row]) : -UNLIMITED;
      if (onlyChanges && latestArrival[before] === latest) return;
      latestArrival[before] = latest;
      node = before;
    }
  }
}
