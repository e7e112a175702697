import type { CoreProblem } from "./core-problem";

/** Visits looked at, evenly over all of them, and how many of the nearest to each count. */
const SAMPLE = 250;
const NEAREST = 3;

/** What it takes to get from one visit to the next and to serve it, roughly: a measure for what else a plan is charged. */
export interface TypicalVisit {
  /** Travel and service. */
  readonly seconds: number;
  /** In core cost units, by the mean prices of the fleet; at least 1, so that nothing is weighed by zero. */
  readonly cost: number;
  /** The part of it for getting there. */
  readonly legCost: number;
}

export function typicalVisit(problem: CoreProblem): TypicalVisit {
  const { visitCount, service, input } = problem;
  const { distanceMeters, durationSeconds } = input.profiles[0];
  const step = Math.ceil(visitCount / SAMPLE);
  let meters = 0;
  let travel = 0;
  let serving = 0;
  let count = 0;
  for (let visit = 0; visit < visitCount; visit += step) {
    const nearest = shortestLegs(problem, visit);
    for (const leg of nearest) {
      meters += distanceMeters[leg] / nearest.length;
      travel += durationSeconds[leg] / nearest.length;
    }
    serving += service[visit];
    count++;
  }
  const perSecond = mean(problem.costPerSecond);
  const legCost = (meters * mean(problem.costPerMeter) + travel * perSecond) / count;
  const cost = legCost + (serving * perSecond) / count;
  return { seconds: (travel + serving) / count, cost: Math.max(1, cost), legCost: Math.max(1, legCost) };
}

/** Matrix entries from a visit to the others nearest to it. */
function shortestLegs({ visitCount, location, input }: CoreProblem, visit: number): number[] {
  const { distanceMeters, size } = input.profiles[0];
  const legs: number[] = [];
  for (let other = 0; other < visitCount; other++) {
    const leg = location[visit] * size + location[other];
    if (other === visit || distanceMeters[leg] >= distanceMeters[legs[NEAREST - 1]]) continue;
    const at = legs.findIndex((each) => distanceMeters[leg] < distanceMeters[each]);
    legs.splice(at < 0 ? legs.length : at, 0, leg);
    if (legs.length > NEAREST) legs.pop();
  }
  return legs;
}

function mean(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
