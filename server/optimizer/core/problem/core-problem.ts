import type { ProblemInput } from "./problem-input";

/**
 * The problem as the search sees it. Nodes are the visits, then two sentinels per vehicle: `visitCount + 2k` where
 * route k begins and the next one where it ends; then a node for each time a vehicle may come back to load again. Everything is indexed by node or by vehicle (route k is vehicle k's).
 */
export interface CoreProblem {
  /** Check-in is part of travel in it, and of where visits are. */
  readonly input: ProblemInput;
  /** Per profile what is driven: its `durationSeconds` without check-in. */
  readonly driveSeconds: readonly Int32Array[];
  readonly visitCount: number;
  readonly vehicleCount: number;
  /** Vehicle of each route. */
  readonly vehicleOf: Int32Array;
  readonly nodeCount: number;

  /** Reload nodes of vehicle k are `firstReload[k]` up to `firstReload[k + 1]`. */
  readonly firstReload: Int32Array;
  readonly hasReloads: boolean;

  /** Per node; `NONE` at the end of an open route. */
  readonly location: Int32Array;
  readonly service: Int32Array;
  /** First window of each node (a sentinel's is the shift) and the end of its last one. */
  readonly open: Int32Array;
  readonly close: Int32Array;
  readonly lastClose: Int32Array;
  /** Rows of further windows: node n has `windowOffset[n + 1] - windowOffset[n]` in all, the first one included. */
  readonly windowOffset: Int32Array;
  readonly windowOpen: Int32Array;
  readonly windowClose: Int32Array;
  readonly severalWindows: boolean;

  /** Load on board from the start of the trip because of a visit, and its change there; four entries per node. */
  readonly startLoad: Int32Array;
  readonly loadChange: Int32Array;

  /** Drop-off of a pickup that is moved with it, and back; `NONE` for single visits. */
  readonly partner: Int32Array;
  /** What may be moved: single visits, and pickups standing for their pair. */
  readonly jobs: Int32Array;
  readonly isJob: Uint8Array;
  /** Tier of the job as a whole: that of its more important visit. */
  readonly jobTier: Uint8Array;
  /** What leaving a job out costs, in core units; infinite where it must be served. */
  readonly jobPrize: Float64Array;
  /** 1 for visits of jobs with a prize: no tier counts them. */
  readonly isOptional: Uint8Array;
  readonly hasOptionalJobs: boolean;
  /** Per node: the vehicle on which it has a place of its own, or `NONE`, and that place, 1 being the first; else 0. */
  readonly placedOn: Int32Array;
  readonly placeOf: Int32Array;
  /** 1 for visits bound to their place. */
  readonly bound: Uint8Array;
  readonly boundCount: Int32Array;
  /** First node of each route after which something may be inserted. */
  readonly firstBefore: Int32Array;
  /** 1 where a route takes nothing more. */
  readonly closed: Uint8Array;

  /** Vehicles that nothing tells apart share a class: only the first empty one of each is worth trying. */
  readonly classMembers: readonly Int32Array[];

  /** In core cost units. */
  readonly fixedCost: Float64Array;
  readonly costPerMeter: Float64Array;
  readonly costPerSecond: Float64Array;
  /** Whether anything depends on how long a route works. */
  readonly keepsWork: boolean;
}

export function startNode(problem: CoreProblem, vehicle: number): number {
  return problem.visitCount + 2 * vehicle;
}

export function endNode(problem: CoreProblem, vehicle: number): number {
  return problem.visitCount + 2 * vehicle + 1;
}

/** First reload node of a vehicle, and the one behind its last. */
export function tripsOf({ firstReload }: CoreProblem, vehicle: number): readonly [number, number] {
  return [firstReload[vehicle], firstReload[vehicle + 1]];
}

/** Nothing on the way to the end of an open route. */
export function travelSeconds({ location, input }: CoreProblem, route: number, from: number, to: number): number {
  const { durationSeconds, size } = input.profiles[input.vehicleProfile[route]];
  return location[to] < 0 ? 0 : durationSeconds[location[from] * size + location[to]];
}

/** Whether any visit must be met within less than half of the longest shift, whatever unit its clock counts. */
export function hasTightWindows({ input }: CoreProblem): boolean {
  let longestShift = 0;
  for (let k = 0; k < input.vehicleCount; k++) {
    longestShift = Math.max(longestShift, input.shiftTo[k] - input.shiftFrom[k]);
  }
  return input.windowTo.some((to, row) => 2 * (to - input.windowFrom[row]) < longestShift);
}
