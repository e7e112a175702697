import { type CoreProblem, travelSeconds, tripsOf } from "./core-problem";
import { LOAD_DIMENSIONS, UNLIMITED } from "./problem-input";

/** A way that takes longer is none. */
const LONGEST_WAY_SECONDS = UNLIMITED / 2;

/**
 * A route as nodes, going back to load again where the next visit would be too much: greedily, as often as the vehicle may,
 * where there is a way there and on, never between the visits of a pair, and not before place `from`.
 */
export function splitTrips(problem: CoreProblem, vehicle: number, visits: readonly number[], from: number): number[] {
  const [first, end] = tripsOf(problem, vehicle);
  if (first === end) return [...visits];
  const nodes: number[] = [];
  let trip: number[] = [];
  let reload = first;
  for (const [place, visit] of visits.entries()) {
    const longer = [...trip, visit];
    const mayEnd = reload < end && trip.length > 0 && place >= from && !isWithinPair(problem, trip, visit);
    if (mayEnd && isTooMuch(problem, vehicle, longer) && hasWay(problem, vehicle, [trip.at(-1)!, reload, visit])) {
      nodes.push(reload++);
      trip = [visit];
    } else trip = longer;
    nodes.push(visit);
  }
  return nodes;
}

function hasWay(problem: CoreProblem, vehicle: number, nodes: readonly number[]): boolean {
  return nodes.slice(1).every((to, i) => travelSeconds(problem, vehicle, nodes[i]!, to) <= LONGEST_WAY_SECONDS);
}

/** Whether something picked up on the trip is handed over at or behind this visit. */
function isWithinPair({ input, partner }: CoreProblem, trip: readonly number[], visit: number): boolean {
  const isOpen = (pickup: number) => input.dropoffOf[pickup] >= 0 && !trip.includes(input.dropoffOf[pickup]);
  return trip.some((pickup) => isOpen(pickup) && (partner[pickup] >= 0 || input.dropoffOf[pickup] === visit));
}

function isTooMuch({ input, startLoad, loadChange }: CoreProblem, vehicle: number, trip: readonly number[]): boolean {
  for (let dimension = 0; dimension < LOAD_DIMENSIONS; dimension++) {
    const limit = input.capacity[vehicle * LOAD_DIMENSIONS + dimension];
    let load = 0;
    for (const visit of trip) load += startLoad[visit * LOAD_DIMENSIONS + dimension];
    if (load > limit) return true;
    for (const visit of trip) {
      load += loadChange[visit * LOAD_DIMENSIONS + dimension];
      if (load > limit) return true;
    }
  }
  return false;
}
