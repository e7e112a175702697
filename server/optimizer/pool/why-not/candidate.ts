import type { Loads, RoutingProblem, RoutingVehicle, TimeWindow } from "@/server/domain/plan/routing-problem";
import { loadsOfTrip } from "../../checker/loads-on-board";
import { startWindows } from "../../checker/start-windows";
import type { InsertedVisits } from "./insert-into-route";

/** What is to stand on a route, prepared once for all vehicles: a visit, or both of a pair. */
export interface Candidate {
  readonly visits: InsertedVisits;
  readonly stops: readonly CandidateStop[];
  /** What all of it together adds to the load: in front of it, at most, and behind it. */
  readonly before: Loads;
  readonly peak: Loads;
  readonly behind: Loads;
}

export interface CandidateStop {
  readonly location: number;
  readonly serviceSeconds: number;
  /** For who comes from elsewhere. */
  readonly checkInSeconds: number;
  /** When service may start. */
  readonly windows: readonly TimeWindow[];
}

export function candidateOf(
  problem: RoutingProblem,
  visits: InsertedVisits,
  pickupOf: ReadonlyMap<number, number>,
): Candidate {
  const stops = visits.map((visit): CandidateStop => {
    const { location, serviceSeconds, checkInSeconds = 0 } = problem.visits[visit]!;
    return { location, serviceSeconds, checkInSeconds, windows: startWindows(problem.visits[visit]!) };
  });
  const { atStart, afterStops } = loadsOfTrip(problem, visits, pickupOf);
  return { visits, stops, before: atStart, peak: highest([atStart, ...afterStops]), behind: afterStops.at(-1)! };
}

/** A return to the reload, as if it were a stop. */
export function reloadStop({ reload }: RoutingVehicle): CandidateStop {
  if (!reload) throw new Error("this vehicle never reloads");
  return { location: reload.location, serviceSeconds: reload.durationSeconds, checkInSeconds: 0, windows: ANY_TIME };
}

const ANY_TIME: readonly TimeWindow[] = [{ fromSeconds: 0, toSeconds: Number.MAX_SAFE_INTEGER }];

export function highest(loads: readonly Loads[]): Loads {
  return loads.reduce((a, b) => [
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.max(a[2], b[2]),
    Math.max(a[3], b[3]),
  ]);
}
