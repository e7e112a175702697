import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import type { BalanceGoal } from "../problem/problem-input";
import { typicalVisit } from "../problem/typical-visit";
import type { RouteState } from "../state/route-state";
import type { ObjectivePart } from "./objective-part";

/**
 * Equal shares: n times the standard deviation of the vehicles' working seconds or visits, at the price of one of them.
 * n·σ = √(n·Σw² − (Σw)²), so two sums and a count say what any change of one route does to it.
 */
export function compileBalance(problem: CoreProblem, state: RouteState): ObjectivePart | undefined {
  const goal = problem.input.balance;
  if (goal === undefined || goal.factor <= 0 || problem.vehicleCount < 2) return undefined;
  const weight = goal.factor * unitPrice(problem, goal);
  const shares = new WorkShares(problem, state, goal);
  const refresh = (route: number) => shares.refresh(route);
  const penalty = () => weight * shares.spread();
  const { partner, service } = problem;
  if (goal.by === "visits") {
    const jobPrice = (job: number, route: number) =>
      weight * (shares.spreadWith(route, shares.of(route) + (partner[job] < 0 ? 1 : 2)) - shares.spread());
    return { name: "balance", refresh, penalty, jobPrice };
  }
  const travel = typicalVisit(problem).seconds;
  return {
    name: "balance",
    refresh,
    penalty,
    jobPrice: (job, route) => {
      const added = service[job] + service[partner[job]] + 2 * travel;
      const then = partner[job] < 0 ? shares.evenest(route) : shares.spreadWith(route, shares.of(route) + added);
      return weight * (then - shares.spread());
    },
    placePrice: (visit, route, before, after) => {
      const then = shares.of(route) + state.schedule.work.added(visit, route, before, after);
      return Math.max(0, weight * (shares.spreadWith(route, then) - shares.evenest(route)));
    },
  };
}

/** What each vehicle that counts does, and the sums over them; whole numbers, so the sums are exact. */
class WorkShares {
  private readonly done: Int32Array;
  private readonly work: Float64Array;
  private readonly isCounted: Uint8Array;
  /** Vehicles that count even while unused. */
  private readonly isStandby: Uint8Array;
  private count = 0;
  private sum = 0;
  private squares = 0;

  constructor(
    problem: CoreProblem,
    private readonly state: RouteState,
    private readonly goal: BalanceGoal,
  ) {
    const { vehicleCount, input } = problem;
    this.done = goal.by === "visits" ? input.doneVisits : input.doneWorkSeconds;
    this.work = new Float64Array(vehicleCount);
    this.isCounted = new Uint8Array(vehicleCount);
    this.isStandby = new Uint8Array(vehicleCount);
    if (!goal.forced) return;
    for (let route = 0; route < vehicleCount; route++) this.isStandby[route] = mayTakeAnything(problem, route) ? 1 : 0;
  }

  refresh(route: number): void {
    const isUsed = this.state.links.count[route] > 0;
    const counts = isUsed || this.isStandby[route] === 1;
    // What a broken route takes may be beyond exact sums, and no such plan stands.
    const now = isUsed && !this.state.isBroken(route) ? this.amount(route) : 0;
    const work = counts ? this.done[route] + now : 0;
    const before = this.work[route];
    this.count += (counts ? 1 : 0) - this.isCounted[route];
    this.sum += work - before;
    this.squares += work * work - before * before;
    this.work[route] = work;
    this.isCounted[route] = counts ? 1 : 0;
  }

  of(route: number): number {
    return this.isCounted[route] ? this.work[route] : this.done[route];
  }

  spread(): number {
    return spread(this.count, this.sum, this.squares);
  }

  /** If the route did so much, and so was used. */
  spreadWith(route: number, work: number): number {
    const before = this.work[route];
    const count = this.count + 1 - this.isCounted[route];
    return spread(count, this.sum + work - before, this.squares + work * work - before * before);
  }

  /** The least if the route did as much as now or more: the spread falls until it does what the others do on average. */
  evenest(route: number): number {
    const others = this.count - this.isCounted[route];
    const mean = others > 0 ? (this.sum - this.work[route]) / others : 0;
    return this.spreadWith(route, Math.max(this.of(route), mean));
  }

  private amount(route: number): number {
    const { links, schedule } = this.state;
    return this.goal.by === "visits" ? links.count[route] : schedule.work.seconds[route];
  }
}

/** Count times the standard deviation. */
function spread(count: number, sum: number, squares: number): number {
  return Math.sqrt(Math.max(0, count * squares - sum * sum));
}

function mayTakeAnything({ closed, jobs, vehicleCount, input }: CoreProblem, route: number): boolean {
  return closed[route] === 0 && jobs.some((job) => input.allowed[job * vehicleCount + route] === 1);
}

/**
 * What a visit, or a second of work, costs on average. Where all vehicles count, what it costs to send out every one of
 * them is part of that: else leaving some at home would always be cheaper than the unequal shares that makes.
 */
function unitPrice(problem: CoreProblem, goal: BalanceGoal): number {
  const typical = typicalVisit(problem);
  const { visitCount, vehicleCount } = problem;
  let cost = visitCount * typical.cost;
  let seconds = visitCount * typical.seconds;
  for (let vehicle = 0; goal.forced && vehicle < vehicleCount; vehicle++) {
    const stem = stemOf(problem, vehicle);
    cost += problem.fixedCost[vehicle] + stem.meters * problem.costPerMeter[vehicle];
    cost += stem.seconds * problem.costPerSecond[vehicle];
    seconds += stem.seconds;
  }
  return goal.by === "visits" ? cost / visitCount : cost / Math.max(1, seconds);
}

/** The way out to the visits and back home, on average. */
function stemOf(problem: CoreProblem, vehicle: number): { meters: number; seconds: number } {
  const { location, visitCount, input } = problem;
  const { distanceMeters, durationSeconds, size } = input.profiles[input.vehicleProfile[vehicle]];
  const start = location[startNode(problem, vehicle)];
  const end = location[endNode(problem, vehicle)];
  let meters = 0;
  let seconds = 0;
  for (let visit = 0; visit < visitCount; visit++) {
    const out = start * size + location[visit];
    meters += distanceMeters[out];
    seconds += durationSeconds[out];
    if (end < 0) continue;
    const home = location[visit] * size + end;
    meters += distanceMeters[home];
    seconds += durationSeconds[home];
  }
  return { meters: meters / visitCount, seconds: seconds / visitCount };
}
