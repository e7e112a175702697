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
  const { visitCount, location, service, input } = problem;
  const { distanceMeters, durationSeconds, size } = input.profiles[0];
  const step = Math.ceil(visitCount / SAMPLE);
  const legs: number[] = [];
  let meters = 0;
  let travel = 0;
  let serving = 0;
  let count = 0;
  for (let visit = 0; visit < visitCount; visit += step) {
    const row = location[visit] * size;
    legs.length = 0;
    for (let other = 0; other < visitCount; other++) if (other !== visit) legs.push(row + location[other]);
    legs.sort((a, b) => distanceMeters[a] - distanceMeters[b]);
    const nearest = legs.slice(0, NEAREST);
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

function mean(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
