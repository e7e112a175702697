import type { CoreProblem } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteLinks } from "./route-links";
import { earliestStart, latestStart } from "./service-windows";
import { VehicleBreaks } from "./vehicle-breaks";

/**
 * The schedule of vehicles with breaks, one layer for each number of breaks taken: a labelling with the number taken as
 * the only resource beside time. Which ones are taken is never in question, since windows do not go back: always the
 * first. To be earlier is never worse on a layer, so the earliest departure and the latest arrival decide exactly, as they
 * do without breaks. Entries of layer k are at `k * nodeCount + node`.
 */
export class BreakLayers {
  /** Earliest departure, breaks taken at the node included; `UNLIMITED` where so many cannot be. */
  readonly departure: Int32Array;
  /** Latest arrival from which the rest of the route, with the breaks still to come, works. */
  readonly latestArrival: Int32Array;
  /** Latest moment to be done with service, for the last sweep asked for. */
  readonly leave: Int32Array;
  readonly breaks: VehicleBreaks;
  private readonly arrival: Int32Array;
  private readonly lastReturn: Int32Array;

  constructor(
    private readonly problem: CoreProblem,
    private readonly links: RouteLinks,
  ) {
    this.breaks = new VehicleBreaks(problem);
    const layers = this.breaks.most + 1;
    this.departure = new Int32Array(layers * problem.nodeCount);
    this.latestArrival = new Int32Array(layers * problem.nodeCount);
    this.leave = new Int32Array(layers * problem.nodeCount);
    this.arrival = new Int32Array(layers * problem.nodeCount);
    this.lastReturn = new Int32Array(layers);
  }

  /** Recomputes a vehicle; false if it cannot both keep its breaks and be on time. */
  refresh(vehicle: number): boolean {
    const close = this.problem.lastClose[this.links.lastEnd[vehicle]];
    this.sweepForward(vehicle);
    for (let taken = 0; taken <= this.breaks.count(vehicle); taken++) {
      this.lastReturn[taken] = Math.min(close, this.breaks.latestReturn(vehicle, taken));
    }
    this.sweepBack(vehicle, this.latestArrival);
    return this.earliestReturn(vehicle) < UNLIMITED;
  }

  /** Earliest return on time with as many breaks as that needs, `UNLIMITED` if there is none. */
  earliestReturn(vehicle: number): number {
    for (let taken = 0; taken <= this.breaks.count(vehicle); taken++) {
      const returns = this.returnWith(vehicle, taken);
      if (returns < UNLIMITED) return returns;
    }
    return UNLIMITED;
  }

  /** Earliest return on time with so many breaks taken, `UNLIMITED` if there is none. */
  returnWith(vehicle: number, taken: number): number {
    const returns = this.departure[taken * this.problem.nodeCount + this.links.lastEnd[vehicle]];
    return returns <= this.breaks.latestReturn(vehicle, taken) ? returns : UNLIMITED;
  }

  /** Latest departure that returns by `returns` with so many breaks taken; `leave` then says the same of every node. */
  latestDeparture(vehicle: number, taken: number, returns: number): number {
    this.lastReturn.fill(-UNLIMITED);
    this.lastReturn[taken] = returns;
    this.sweepBack(vehicle, this.arrival);
    const start = this.links.firstStart[vehicle];
    return Math.min(this.leave[start], this.problem.close[start]);
  }

  /** At the start and behind any service, but not behind the last one of an open route. */
  mayRest(vehicle: number, node: number): boolean {
    const { links, problem } = this;
    if (node >= problem.visitCount) return node === links.firstStart[vehicle];
    return links.next[node] !== links.lastEnd[vehicle] || problem.location[links.lastEnd[vehicle]] >= 0;
  }

  private sweepForward(vehicle: number): void {
    const { problem, departure, links } = this;
    const end = links.lastEnd[vehicle];
    let node = links.firstStart[vehicle];
    for (let taken = 1; taken <= this.breaks.count(vehicle); taken++) {
      departure[taken * problem.nodeCount + node] = UNLIMITED;
    }
    departure[node] = problem.open[node];
    this.takeBreaks(vehicle, node);
    for (; node !== end; node = links.next[node]) {
      const after = links.next[node];
      this.goOn(vehicle, node, after, links.legDuration[node]);
      if (after >= problem.visitCount) continue;
      const isLast = links.next[after] === end && problem.location[end] < 0;
      // An open route ends with the service: a break behind it is none of its.
      if (isLast) this.goOn(vehicle, after, end, 0);
      this.takeBreaks(vehicle, after);
      if (isLast) return;
    }
  }

  private goOn(vehicle: number, from: number, to: number, travel: number): void {
    const { departure, problem } = this;
    for (let taken = 0; taken <= this.breaks.count(vehicle); taken++) {
      const layer = taken * problem.nodeCount;
      const leaves = departure[layer + from];
      const start = leaves < UNLIMITED ? earliestStart(problem, to, leaves + travel) : UNLIMITED;
      departure[layer + to] = start < UNLIMITED ? start + problem.service[to] : UNLIMITED;
    }
  }

  private takeBreaks(vehicle: number, node: number): void {
    const { departure, breaks } = this;
    const { nodeCount } = this.problem;
    for (let index = 0, at = node; index < breaks.count(vehicle); index++, at += nodeCount) {
      if (departure[at] >= UNLIMITED) continue;
      departure[at + nodeCount] = Math.min(departure[at + nodeCount], breaks.endOf(vehicle, index, departure[at]));
    }
  }

  /** From `lastReturn`, per number of breaks taken by then, back to the start. */
  private sweepBack(vehicle: number, arrival: Int32Array): void {
    const { problem, links, lastReturn } = this;
    const { nodeCount, service } = problem;
    const start = links.firstStart[vehicle];
    const end = links.lastEnd[vehicle];
    for (let taken = 0; taken <= this.breaks.count(vehicle); taken++) {
      arrival[taken * nodeCount + end] = lastReturn[taken];
    }
    for (let node = end; node !== start; node = links.prev[node]) {
      const before = links.prev[node];
      const mayRest = this.mayRest(vehicle, before);
      for (let taken = this.breaks.count(vehicle); taken >= 0; taken--) {
        const at = taken * nodeCount + before;
        let leave = Math.max(arrival[taken * nodeCount + node] - links.legDuration[before], -UNLIMITED);
        if (mayRest && taken < this.breaks.count(vehicle)) {
          leave = Math.max(leave, this.breaks.latestReady(vehicle, taken, this.leave[at + nodeCount]));
        }
        this.leave[at] = leave;
        arrival[at] = latestStart(problem, before, Math.max(leave - service[before], -UNLIMITED));
      }
    }
  }
}
