import { describe, expect, it } from "vitest";
import { Random } from "../search/random";
import { lineInput, lineState } from "../testing/line-problem";
import { PlanSnapshot } from "./plan-snapshot";
import { RouteState } from "./route-state";

function cachesOf(state: RouteState) {
  const { links, schedule } = state;
  const routed = [...links.route.keys()].filter((node) => links.route[node] >= 0);
  const of = (values: ArrayLike<number>) => routed.map((node) => values[node]);
  return {
    position: of(links.position),
    legs: of(links.legDistance),
    departure: of(schedule.departure),
    latestArrival: of(schedule.latestArrival),
    distance: [...links.distance],
    cost: state.totalCost,
    broken: state.brokenCount,
  };
}

describe("a plan that visits are put onto one by one", () => {
  it("knows the same of its routes as one made of them at once, on time or late", () => {
    const random = new Random(5);
    for (let round = 0; round < 40; round++) {
      const windowFrom = Int32Array.from({ length: 10 }, () => random.below(3000));
      const windowTo = windowFrom.map((from) => from + random.below(3000));
      const state = lineState(lineInput(10, 2, { windowFrom, windowTo }));
      const captured = new PlanSnapshot(state.problem);
      while (state.pool.count > 0) {
        const start = 10 + 2 * random.below(2);
        let before = start;
        for (let skip = random.below(4); skip > 0 && state.links.next[before] < 10; skip--)
          before = state.links.next[before];
        state.insert(state.pool.jobs[random.below(state.pool.count)], before, -1);
        captured.capture(state);
        const fresh = new RouteState(state.problem);
        captured.restore(fresh);
        expect(cachesOf(state)).toEqual(cachesOf(fresh));
      }
    }
  });
});
