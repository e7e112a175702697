import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { LOAD_DIMENSIONS } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import { compileDeliveredLoad, isAllDelivered } from "./delivered-load";
import type { Rule } from "./rule";

/**
 * What is on board never exceeds the vehicle in any dimension. Deliveries ride from the start, pickups to the end,
 * pairs in between; the load on a leg is what it is after the visit before it. A visit raises every leg before it by
 * its `startLoad` and every leg after it by `startLoad + loadChange`, so the highest load up to and from each node
 * decide a place in constant time. Only dimensions that could ever bind are kept.
 */
export function compileCapacity(problem: CoreProblem, state: RouteState): Rule | undefined {
  const dimensions = bindingDimensions(problem);
  if (dimensions.length === 0) return undefined;
  if (dimensions.length === 1 && !problem.hasReloads && isAllDelivered(problem, dimensions[0])) {
    return compileDeliveredLoad(problem, state, dimensions[0], limits(problem, dimensions[0]));
  }
  const rules = dimensions.map((dimension) => compileDimension(problem, state, dimension));
  const [only] = rules;
  if (rules.length === 1 && only !== undefined) return only;
  return {
    name: "capacity",
    admits: (job, route) => rules.every((rule) => rule.admits(job, route)),
    fits: (visit, route, before) => {
      for (let i = 0; i < rules.length; i++) if (!rules[i].fits(visit, route, before)) return false;
      return true;
    },
    refresh: (route) => {
      let sound = true;
      for (let i = 0; i < rules.length; i++) if (!rules[i].refresh(route)) sound = false;
      return sound;
    },
    walk: {
      begin: (pickup, route, before) => rules.map((rule) => rule.walk.begin(pickup, route, before)).every(Boolean),
      pass: (visit) => rules.map((rule) => rule.walk.pass(visit)).every(Boolean),
      closes: (dropoff, after) => rules.every((rule) => rule.walk.closes(dropoff, after)),
    },
  };
}

function bindingDimensions(problem: CoreProblem): number[] {
  const { visitCount, startLoad, loadChange } = problem;
  const binding: number[] = [];
  for (let dimension = 0; dimension < LOAD_DIMENSIONS; dimension++) {
    let most = 0;
    for (let visit = 0; visit < visitCount; visit++) {
      const at = visit * LOAD_DIMENSIONS + dimension;
      most += startLoad[at] + Math.max(loadChange[at], 0);
    }
    for (let vehicle = 0; vehicle < problem.vehicleCount; vehicle++) {
      if (capacityLeft(problem, vehicle, dimension) >= most) continue;
      binding.push(dimension);
      break;
    }
  }
  return binding;
}

/** What stays on board from before leaves so much room the less. */
function capacityLeft({ input }: CoreProblem, vehicle: number, dimension: number): number {
  const at = vehicle * LOAD_DIMENSIONS + dimension;
  return input.capacity[at] - input.onBoard[at];
}

function limits(problem: CoreProblem, dimension: number): Int32Array {
  return Int32Array.from({ length: problem.vehicleCount }, (_, k) => capacityLeft(problem, k, dimension));
}

function compileDimension(problem: CoreProblem, state: RouteState, dimension: number) {
  const { nodeCount, vehicleCount, visitCount, closed } = problem;
  const atStart = new Int32Array(nodeCount);
  const change = new Int32Array(nodeCount);
  for (let visit = 0; visit < visitCount; visit++) {
    atStart[visit] = problem.startLoad[visit * LOAD_DIMENSIONS + dimension];
    change[visit] = problem.loadChange[visit * LOAD_DIMENSIONS + dimension];
  }
  const mayReload = problem.input.maxReloads.map((most) => (most > 0 ? 1 : 0));
  /** What is on board from before is so only on the first trip. */
  const carried = mayReload.map((may, k) => (may ? problem.input.onBoard[k * LOAD_DIMENSIONS + dimension] : 0));
  const limit = limits(problem, dimension).map((room, k) => room + carried[k]);

  const { next, prev } = state.links;
  /** Load leaving each node, and the highest load leaving it or any node before, or after, it. */
  const load = new Int32Array(nodeCount);
  const highestBefore = new Int32Array(nodeCount);
  const highestAfter = new Int32Array(nodeCount);
  const startNodes = Int32Array.from({ length: vehicleCount }, (_, k) => startNode(problem, k));
  const endNodes = Int32Array.from({ length: vehicleCount }, (_, k) => endNode(problem, k));

  const refresh = (route: number) => {
    const end = endNodes[route];
    let highest = 0;
    let trip = startNodes[route];
    while (trip !== end) {
      let over = next[trip];
      while (over < visitCount) over = next[over];
      highest = Math.max(highest, refreshTrip(trip, over, trip === startNodes[route] ? carried[route] : 0));
      trip = over;
    }
    return highest <= limit[route] || closed[route] === 1 || state.links.count[route] === 0;
  };

  /** From where it is loaded to where the next one is, or to the end; the most ever on board. */
  const refreshTrip = (start: number, end: number, before: number) => {
    let onBoard = before;
    for (let node = next[start]; node !== end; node = next[node]) onBoard += atStart[node];
    let highest = onBoard;
    load[start] = onBoard;
    highestBefore[start] = onBoard;
    for (let node = next[start]; node !== end; node = next[node]) {
      onBoard += change[node];
      load[node] = onBoard;
      if (onBoard > highest) highest = onBoard;
      highestBefore[node] = highest;
    }
    let coming = onBoard;
    highestAfter[end] = coming;
    for (let node = prev[end]; node !== start; node = prev[node]) {
      if (load[node] > coming) coming = load[node];
      highestAfter[node] = coming;
    }
    highestAfter[start] = load[start] > coming ? load[start] : coming;
    return highest;
  };

  let room = 0;
  let added = 0;
  let dueAtStart = 0;
  return {
    name: "capacity",
    // The legs before the first and after the last place see the least that any place would add.
    admits: (job: number, route: number) =>
      mayReload[route] === 1 ||
      (load[startNodes[route]] + atStart[job] <= limit[route] &&
        (problem.partner[job] >= 0 || highestAfter[endNodes[route]] + atStart[job] + change[job] <= limit[route])),
    fits: (visit: number, route: number, before: number) =>
      highestBefore[before] + atStart[visit] <= limit[route] &&
      highestAfter[before] + atStart[visit] + change[visit] <= limit[route],
    refresh,
    walk: {
      begin: (pickup: number, route: number, before: number) => {
        room = limit[route];
        dueAtStart = atStart[pickup];
        added = dueAtStart + change[pickup];
        return highestBefore[before] + dueAtStart <= room && load[before] + added <= room;
      },
      pass: (visit: number) => visit < visitCount && load[visit] + added <= room,
      closes: (dropoff: number, after: number) => {
        const left = added + atStart[dropoff] + change[dropoff];
        return highestAfter[prev[after]] + left <= room;
      },
    },
  };
}
