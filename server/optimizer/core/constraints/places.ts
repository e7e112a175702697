import { type CoreProblem, endNode, startNode } from "../problem/core-problem";
import { UNLIMITED } from "../problem/problem-input";
import type { RouteState } from "../state/route-state";
import type { Rule } from "./rule";

/**
 * A placed visit rides on its vehicle only, at its place of the route counted from 1; on a route too short to have that
 * place it stands at the tail, with other placed visits at most behind it. What is missing in front of a placed visit,
 * its slack, never shrinks along a route: so the last visit without slack and the first with some bound where anything
 * may be inserted.
 */
export function compilePlaces(problem: CoreProblem, state: RouteState): Rule | undefined {
  const { nodeCount, vehicleCount, partner, closed, placedOn, placeOf } = problem;
  if (placedOn.every((vehicle) => vehicle < 0)) return undefined;
  const isUsed = new Uint8Array(vehicleCount);
  for (const vehicle of placedOn) if (vehicle >= 0) isUsed[vehicle] = 1;

  const { next, prev, position } = state.links;
  /** Positions per route: of the last placed visit at its place, the first before it, and the last that has none. */
  const lastFilled = new Int32Array(vehicleCount);
  const firstShort = new Int32Array(vehicleCount).fill(UNLIMITED);
  const lastFree = new Int32Array(vehicleCount);
  /** How much may be inserted in front of a node before a placed visit at or behind it is past its place. */
  const room = new Int32Array(nodeCount).fill(UNLIMITED);

  const refresh = (route: number): boolean => {
    if (isUsed[route] === 0) return true;
    const start = startNode(problem, route);
    const end = endNode(problem, route);
    lastFilled[route] = 0;
    firstShort[route] = UNLIMITED;
    lastFree[route] = 0;
    let least = UNLIMITED;
    let placeBehind = UNLIMITED;
    let inOrder = true;
    for (let node = prev[end]; node !== start; node = prev[node]) {
      const place = placeOf[node];
      if (place === 0 && node < problem.visitCount) {
        if (lastFree[route] === 0) lastFree[route] = position[node];
      } else if (place > 0 && place === position[node]) {
        if (lastFilled[route] === 0) lastFilled[route] = place;
      } else if (place > 0) firstShort[route] = position[node];
      if (place > 0) {
        least = Math.min(least, place - position[node]);
        if (place > placeBehind) inOrder = false;
        placeBehind = place;
      }
      room[node] = least;
    }
    return (inOrder && least >= 0 && firstShort[route] > lastFree[route]) || closed[route] === 1;
  };

  /** Takes off the placed visits that would have to move up, front to back, until the others stand where they may. */
  const loosen = (route: number): void => {
    while (!refresh(route)) {
      const misplaced: number[] = [];
      for (let node = next[startNode(problem, route)]; node !== endNode(problem, route); node = next[node]) {
        if (placeOf[node] > 0 && position[node] >= firstShort[route]) misplaced.push(node);
      }
      if (misplaced.length === 0) return;
      for (const visit of misplaced) {
        const job = problem.isJob[visit] ? visit : partner[visit];
        if (!state.pool.has(job)) state.detach(job);
      }
      state.refresh(route);
    }
  };

  let walked = -1;
  /** Whether a placed visit was passed that is short of its place, so that only such may follow, and which place. */
  let isTail = false;
  let lastPlace = 0;
  const enterTail = (place: number) => {
    isTail = true;
    lastPlace = place;
    return true;
  };
  return {
    name: "places",
    admits: (job, route) => {
      const mate = partner[job] < 0 ? job : partner[job];
      return (placedOn[job] < 0 || placedOn[job] === route) && (placedOn[mate] < 0 || placedOn[mate] === route);
    },
    fits: (visit, route, before, after) => {
      if (isUsed[route] === 0) return true;
      const at = position[before] + 1;
      if (at <= lastFilled[route]) return false;
      const place = placeOf[visit];
      if (place === 0) return at <= firstShort[route];
      if (at >= place || placeOf[before] > place) return at === place && placeOf[before] < place;
      return at > lastFree[route] && (placeOf[after] === 0 || placeOf[after] > place);
    },
    walk: {
      begin: (pickup, route, before) => {
        walked = isUsed[route] ? position[before] : -1;
        isTail = false;
        if (walked < 0) return true;
        const at = walked + 1;
        const place = placeOf[pickup];
        if (at <= lastFilled[route]) return false;
        if (place === 0) return at <= firstShort[route];
        if (at > place || placeOf[before] > place) return false;
        return at === place || (walked >= lastFree[route] && enterTail(place));
      },
      pass: (visit) => {
        if (walked < 0) return true;
        walked = position[visit];
        const place = placeOf[visit];
        if (isTail) return place > lastPlace && enterTail(place);
        // The pickup has moved it up by one.
        return place === 0 || place === walked + 1 || enterTail(place);
      },
      closes: (dropoff, after) => {
        if (walked < 0) return true;
        const place = placeOf[dropoff];
        const at = walked + 2;
        if (room[after] < 2 || (isTail && place <= lastPlace)) return false;
        if (place === 0 || at >= place) return place === 0 || at === place;
        return walked >= lastFree[state.links.route[after]] && (placeOf[after] === 0 || placeOf[after] > place);
      },
    },
    refresh,
    loosen,
  };
}
