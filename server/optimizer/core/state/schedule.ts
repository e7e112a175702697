import { type CoreProblem, endNode, startNode, travelSeconds } from "../problem/core-problem";
import { NONE, UNLIMITED } from "../problem/problem-input";
import { BreakLayers } from "./break-layers";
import { LatestDeparture, type TakenBreak } from "./latest-departure";
import type { RouteLinks } from "./route-links";
import { RouteWork } from "./route-work";
import { earliestStart, latestStart } from "./service-windows";

/**
 * When each node can be reached and left. Waiting is free to any amount, so the arrivals from which the rest of a
 * route still works are all those up to a latest one, with several windows as with one: `departure` forwards and
 * `latestArrival` backwards decide an insertion exactly, in constant time.
 */
export class Schedule {
  /** Earliest end of service, leaving as early as the shift allows. */
  readonly departure: Int32Array;
  readonly latestArrival: Int32Array;
  /** Earliest return per vehicle, with the breaks that it takes. */
  readonly returns: Int32Array;
  readonly work: RouteWork;
  /** For vehicles with breaks or reloads; absent where there are none. */
  readonly layers: BreakLayers | undefined;
  /** 1 where a vehicle can take its breaks and be on time. */
  readonly keepsBreaks: Uint8Array;
  private readonly latest: LatestDeparture | undefined;
  /** 1 where the departure that counts is the latest for the earliest return, whatever the windows. */
  readonly leavesLate: Uint8Array;

  constructor(
    private readonly problem: CoreProblem,
    private readonly links: RouteLinks,
  ) {
    const { nodeCount } = problem;
    this.departure = new Int32Array(nodeCount);
    this.latestArrival = new Int32Array(nodeCount);
    this.returns = new Int32Array(problem.vehicleCount);
    this.keepsBreaks = new Uint8Array(problem.vehicleCount).fill(1);
    this.work = new RouteWork(problem, links);
    const { breakOffset, maxReloads } = problem.input;
    this.leavesLate = Uint8Array.from(maxReloads, (most, k) =>
      most > 0 || breakOffset[k + 1] > breakOffset[k] ? 1 : 0,
    );
    if (!this.leavesLate.includes(1)) return;
    this.layers = new BreakLayers(problem, links);
    this.latest = new LatestDeparture(problem, links, this.layers);
  }

  /** Earliest start of service at a node reached at `arrival`; `UNLIMITED` if no window is left. */
  startAt(node: number, arrival: number): number {
    return earliestStart(this.problem, node, arrival);
  }

  /** Recomputes a route; false if someone on it is reached too late. */
  refresh(route: number): boolean {
    const start = startNode(this.problem, route);
    const end = endNode(this.problem, route);
    this.departure[start] = this.problem.open[start];
    this.latestArrival[end] = this.problem.close[end];
    const onTime = this.refreshForward(start, end, false);
    this.refreshBackward(end, start, false);
    this.refreshReturn(route, end);
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
    this.refreshReturn(route, end);
    return onTime;
  }

  /** What follows for a vehicle whose plain schedule is current: breaks, return and work. */
  private refreshReturn(vehicle: number, end: number): void {
    this.returns[vehicle] = this.departure[end];
    if (this.layers !== undefined) this.refreshLayers(vehicle, this.layers);
    if (this.work.isKept) this.refreshWork(vehicle);
  }

  private refreshLayers(vehicle: number, layers: BreakLayers): void {
    this.keepsBreaks[vehicle] = 1;
    if (layers.breaks.count(vehicle) === 0) return;
    if (layers.refresh(vehicle)) this.returns[vehicle] = layers.earliestReturn(vehicle);
    else this.keepsBreaks[vehicle] = 0;
  }

  private refreshWork(vehicle: number): void {
    this.work.refresh(vehicle, this.returns[vehicle]);
    if (this.leavesLate[vehicle] === 1 && this.latest !== undefined) {
      this.work.seconds[vehicle] = this.latest.work(vehicle, this.returns[vehicle]);
    }
  }

  /** The breaks a vehicle takes, in order. */
  takenBreaks(vehicle: number): TakenBreak[] {
    if (this.layers === undefined || this.layers.breaks.count(vehicle) === 0) return [];
    if (this.links.count[vehicle] === 0 || this.latest === undefined) return [];
    return this.latest.takenBreaks(vehicle, this.returns[vehicle]);
  }

  /** Earliest return of a route with `visit` between two neighbours, by the windows chosen further on. */
  returnWith(visit: number, route: number, before: number, after: number): number {
    const { problem } = this;
    const arrival = this.departure[before] + travelSeconds(problem, route, before, visit);
    const leaves = this.startAt(visit, arrival) + problem.service[visit];
    const returns = this.work.returnFrom(after, leaves + travelSeconds(problem, route, visit, after));
    // Breaks are taken to delay it as much as they do now.
    return returns + this.returns[route] - this.departure[this.links.lastEnd[route]];
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
    const { service } = problem;
    let node = from;
    while (node !== start) {
      const before = prev[node];
      const leave = Math.max(latestArrival[node] - legDuration[before] - service[before], -UNLIMITED);
      const latest = latestStart(problem, before, leave);
      if (onlyChanges && latestArrival[before] === latest) return;
      latestArrival[before] = latest;
      node = before;
    }
  }
}
