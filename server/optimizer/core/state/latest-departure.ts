import type { CoreProblem } from "../problem/core-problem";
import type { BreakLayers } from "./break-layers";
import type { RouteLinks } from "./route-links";
import { earliestStart } from "./service-windows";

/** A break taken before driving on to a place of the route, counted from 0. */
export interface TakenBreak {
  readonly index: number;
  readonly before: number;
}

/**
 * When vehicles with breaks or reloads leave: as late as the earliest return allows, with as many breaks as leave the
 * least work. A route that cannot keep its breaks, which only what is bound may do, takes none.
 */
export class LatestDeparture {
  private taken = 0;

  constructor(
    private readonly problem: CoreProblem,
    private readonly links: RouteLinks,
    private readonly layers: BreakLayers,
  ) {}

  /** Work of a vehicle that is back at `returns` at the earliest. */
  work(vehicle: number, returns: number): number {
    const { layers } = this;
    this.taken = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let taken = 0; taken <= layers.breaks.count(vehicle); taken++) {
      if (layers.returnWith(vehicle, taken) !== returns) continue;
      const work = this.workWith(vehicle, taken, returns);
      if (work >= least) continue;
      least = work;
      this.taken = taken;
    }
    return least < Number.POSITIVE_INFINITY ? least : this.workWith(vehicle, 0, returns);
  }

  /** The breaks that go with that work: each at the first place from which the rest is still on time. */
  takenBreaks(vehicle: number, returns: number): TakenBreak[] {
    this.work(vehicle, returns);
    const { problem, links, layers, taken } = this;
    const found: TakenBreak[] = [];
    let time = layers.latestDeparture(vehicle, taken, returns);
    let before = 0;
    for (let node = links.firstStart[vehicle]; node !== links.lastEnd[vehicle]; node = links.next[node]) {
      while (found.length < taken && layers.mayRest(vehicle, node)) {
        const rested = layers.breaks.endOf(vehicle, found.length, time);
        if (rested > layers.leave[(found.length + 1) * problem.nodeCount + node]) break;
        found.push({ index: found.length, before });
        time = rested;
      }
      const after = links.next[node];
      time = earliestStart(problem, after, time + links.legDuration[node]) + problem.service[after];
      if (after < problem.visitCount) before++;
    }
    return found;
  }

  private workWith(vehicle: number, taken: number, returns: number): number {
    return returns - this.layers.latestDeparture(vehicle, taken, returns) - this.layers.breaks.seconds(vehicle, taken);
  }
}
