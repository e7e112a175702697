import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileProblem } from "../core/problem/compile-problem";
import { endNode } from "../core/problem/core-problem";
import { NONE } from "../core/problem/problem-input";
import { RouteState } from "../core/state/route-state";
import { arbitraryRoutingProblem } from "../testing/arbitrary-routing-problem";
import { SOLVED_FEATURES } from "../testing/problem-features";
import { translateRoutingProblem } from "./translate-routing-problem";

interface Place {
  readonly job: number;
  readonly route: number;
  readonly before: number;
  readonly beforeDropoff: number;
}

/** Every place for every job that is out, on sound routes that admit it, with what the rules say about it. */
function* judgedPlaces(state: RouteState): Generator<Place & { readonly fits: boolean }> {
  const { problem, pool, rules } = state;
  for (const job of pool.jobs.slice(0, pool.count)) {
    for (let route = 0; route < problem.vehicleCount; route++) {
      if (state.isBroken(route) || rules.some((rule) => rule.admits?.(job, route) === false)) continue;
      for (let before = problem.firstBefore[route]; before !== endNode(problem, route); ) {
        const after = state.links.next[before];
        if (problem.partner[job] >= 0) yield* judgedPairPlaces(state, job, route, before);
        else {
          const fits = rules.every((rule) => rule.fits?.(job, route, before, after) ?? true);
          yield { job, route, before, beforeDropoff: NONE, fits };
        }
        before = after;
      }
    }
  }
}

/** Nothing else may be asked while a walk is under way, so all are judged before the first is handed out. */
function judgedPairPlaces(state: RouteState, job: number, route: number, before: number) {
  const judged: (Place & { readonly fits: boolean })[] = [];
  const { problem, links } = state;
  const walks = state.rules.map((rule) => rule.walk).filter((walk) => walk !== undefined);
  let isPossible = walks.map((walk) => walk.begin(job, route, before)).every(Boolean);
  let beforeDropoff = job;
  for (let after = links.next[before]; ; after = links.next[after]) {
    const fits = isPossible && walks.map((walk) => walk.closes(problem.partner[job], after)).every(Boolean);
    judged.push({ job, route, before, beforeDropoff, fits });
    if (after === endNode(problem, route)) return judged;
    isPossible = isPossible && walks.map((walk) => walk.pass(after)).every(Boolean);
    beforeDropoff = after;
  }
}

/** What becomes of the plan if the place is taken; undone again. */
function tried(state: RouteState, { job, before, beforeDropoff }: Place): { isSound: boolean; cost: number } {
  state.beginMove();
  state.insert(job, before, beforeDropoff);
  const found = { isSound: state.brokenCount === 0, cost: state.totalCost };
  state.rollBack();
  return found;
}

/** Without what steers the search but is no money. */
const PAID = SOLVED_FEATURES.filter((feature) => feature !== "balance" && feature !== "clustering");

describe("the rules, asked about a place", () => {
  it("say what recomputing the route with it says, for every place met while filling random plans (never more, for pairs)", () => {
    fc.assert(
      fc.property(arbitraryRoutingProblem(), fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (drawn, picks) => {
        const problem = compileProblem(translateRoutingProblem(drawn));
        const state = new RouteState(problem);
        fc.pre(state.brokenCount === 0);
        for (const pick of picks) {
          const open: Place[] = [];
          for (const place of judgedPlaces(state)) {
            const { isSound } = tried(state, place);
            // A walk gives up a pair's later places once someone is late, though a detour may be quicker than the direct way.
            if (place.fits || place.beforeDropoff === NONE)
              expect({ ...place, isSound }).toEqual({ ...place, isSound: place.fits });
            if (place.fits) open.push(place);
          }
          const place = open[pick % Math.max(1, open.length)];
          if (place === undefined) return;
          state.insert(place.job, place.before, place.beforeDropoff);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("are told what time will cost there, to the second where visits have one window", () => {
    fc.assert(
      fc.property(
        arbitraryRoutingProblem(PAID),
        fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
        (drawn, picks) => {
          const problem = compileProblem(translateRoutingProblem(drawn));
          const state = new RouteState(problem);
          fc.pre(state.brokenCount === 0 && !problem.severalWindows && !state.schedule.leavesLate.includes(1));
          for (const pick of picks) {
            const open = [...judgedPlaces(state)].filter((place) => place.fits && place.beforeDropoff === NONE);
            const place = open[pick % Math.max(1, open.length)];
            if (place === undefined) return;
            const { route, before } = place;
            const cost = (meters: number, work: number) =>
              meters * problem.costPerMeter[route] + work * problem.costPerSecond[route];
            const { links, schedule, parts } = state;
            const isUsed = links.count[route] > 0;
            const costBefore = state.totalCost;
            const now = isUsed ? cost(links.distance[route], schedule.work.seconds[route]) : -problem.fixedCost[route];
            const work = problem.keepsWork ? schedule.work.with(place.job, route, before, links.next[before]) : 0;
            let added = -now;
            for (const part of parts) added += part.placePrice?.(place.job, route, before, links.next[before]) ?? 0;
            state.insert(place.job, before, NONE);
            expect(state.totalCost).toBe(costBefore + added + cost(links.distance[route], work));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
