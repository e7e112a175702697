import type { RoutingProblem, TimeWindow } from "@/server/domain/plan/routing-problem";
import { startWindows } from "../checker/drive-steps";
import { loadsOfTrip } from "../checker/loads-on-board";
import type { RouteProbe } from "./route-probe";

export const DIMENSIONS = [0, 1, 2, 3] as const;

/** What is to stand at a place of a route, prepared once for all vehicles: a visit, or both of a pair in a row. */
export interface InsertionCandidate {
  readonly visits: readonly number[];
  readonly stops: readonly CandidateStop[];
  /** Per load dimension what it adds: before its first visit, at most, and behind its last. */
  readonly loads: readonly { readonly start: number; readonly peak: number; readonly end: number }[];
}

export interface CandidateStop {
  readonly location: number;
  readonly serviceSeconds: number;
  /** When service may start. */
  readonly windows: readonly TimeWindow[];
}

export function insertionCandidate(
  problem: RoutingProblem,
  visits: readonly number[],
  pickupOf: ReadonlyMap<number, number>,
): InsertionCandidate {
  const stops = visits.map((visit) => {
    const { location, serviceSeconds } = problem.visits[visit]!;
    return { location, serviceSeconds, windows: startWindows(problem.visits[visit]!) };
  });
  const { atStart, afterStops } = loadsOfTrip(problem, visits, pickupOf);
  const loads = DIMENSIONS.map((dimension) => {
    const alone = [atStart, ...afterStops].map((each) => each[dimension]);
    return { start: alone[0]!, peak: Math.max(...alone), end: alone.at(-1)! };
  });
  return { visits, stops, loads };
}

/** The most that would ever be on board in a dimension with the candidate at this place. */
export function peakLoad(
  candidate: InsertionCandidate,
  probe: RouteProbe,
  dimension: number,
  position: number,
): number {
  const { start, peak, end } = candidate.loads[dimension]!;
  return Math.max(
    probe.highestBefore[dimension]![position]! + start,
    probe.loads[dimension]![position]! + peak,
    probe.highestAfter[dimension]![position]! + end,
  );
}
