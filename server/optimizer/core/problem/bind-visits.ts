import type { CoreProblem } from "./core-problem";
import { NONE } from "./problem-input";
import { splitTrips } from "./split-trips";

/**
 * Bound visits stay even where they break a rule: a driver who is already late is still on the way. Their windows
 * stretch to the earliest moment they can be reached, and a route that returns too late is closed to anything more.
 * The other half of a bound pair may ride on that vehicle only.
 */
export function bindVisits(problem: CoreProblem): void {
  for (let vehicle = 0; vehicle < problem.vehicleCount; vehicle++) {
    const visits = problem.input.boundVisits[vehicle];
    if (visits.length === 0) continue;
    const nodes = splitTrips(problem, vehicle, [...visits], problem.input.locked[vehicle] ? 0 : visits.length);
    if (stretchWindows(problem, vehicle, nodes)) problem.closed[vehicle] = 1;
    for (const visit of visits) bindPartner(problem, vehicle, visit);
  }
}

/** True if the vehicle returns too late. */
function stretchWindows(problem: CoreProblem, vehicle: number, nodes: readonly number[]): boolean {
  const { input, location } = problem;
  const { durationSeconds, size } = input.profiles[input.vehicleProfile[vehicle]];
  let from = location[problem.visitCount + 2 * vehicle];
  let time = input.shiftFrom[vehicle];
  for (const visit of nodes) {
    time += durationSeconds[from * size + location[visit]];
    from = location[visit];
    if (time > problem.lastClose[visit]) widenLastWindow(problem, visit, time);
    time = earliestStart(problem, visit, time) + problem.service[visit];
  }
  const end = problem.visitCount + 2 * vehicle + 1;
  if (location[end] !== NONE) time += durationSeconds[from * size + location[end]];
  const isLate = time > problem.lastClose[end];
  if (isLate) widenLastWindow(problem, end, time);
  return isLate;
}

function widenLastWindow(problem: CoreProblem, node: number, time: number): void {
  const last = problem.windowOffset[node + 1] - 1;
  problem.windowClose[last] = time;
  problem.lastClose[node] = time;
  if (last === problem.windowOffset[node]) problem.close[node] = time;
}

function earliestStart(problem: CoreProblem, visit: number, arrival: number): number {
  for (let row = problem.windowOffset[visit]; row < problem.windowOffset[visit + 1]; row++) {
    const start = Math.max(arrival, problem.windowOpen[row]);
    if (start <= problem.windowClose[row]) return start;
  }
  // Only a visit whose every window is empty gets here: it is served on arrival, and the window made to say so.
  const last = problem.windowOffset[visit + 1] - 1;
  problem.windowOpen[last] = Math.min(problem.windowOpen[last], arrival);
  if (last === problem.windowOffset[visit]) problem.open[visit] = problem.windowOpen[last];
  widenLastWindow(problem, visit, arrival);
  return arrival;
}

function bindPartner(problem: CoreProblem, vehicle: number, visit: number): void {
  const { input } = problem;
  const dropoff = input.dropoffOf[visit];
  if (dropoff >= 0 && !problem.bound[dropoff]) allowOnly(problem, dropoff, vehicle);
  const pickup = input.dropoffOf.indexOf(visit);
  if (pickup >= 0 && !problem.bound[pickup]) allowOnly(problem, pickup, NONE);
}

function allowOnly(problem: CoreProblem, visit: number, vehicle: number): void {
  const { allowed, vehicleCount } = problem.input;
  for (let other = 0; other < vehicleCount; other++) {
    if (other !== vehicle) allowed[visit * vehicleCount + other] = 0;
  }
}
