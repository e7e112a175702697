import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../search/random";
import { verifyState } from "../search/verify-state";
import type { RouteState } from "../state/route-state";
import { lineInput, lineState, loads } from "../testing/line-problem";
import { PairEjection } from "./pair-ejection";
import { VisitEjection } from "./visit-ejection";

/** Four on a vehicle that takes three of them, and the last job out: a window and a load each, and how often refused. */
const arbitraryCase = fc.record({
  opens: fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 5, maxLength: 5 }),
  widths: fc.array(fc.integer({ min: 100, max: 1500 }), { minLength: 5, maxLength: 5 }),
  amounts: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 5, maxLength: 5 }),
  refused: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
  maxVisits: fc.integer({ min: 1, max: 4 }),
  maxDistanceMeters: fc.integer({ min: 600, max: 1600 }),
});

type Case = typeof arbitraryCase extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const JOB = 4;

function stateOf({ opens, widths, amounts, maxVisits, maxDistanceMeters }: Case, route: readonly number[]): RouteState {
  return lineState(
    lineInput(5, 1, {
      windowFrom: Int32Array.from(opens),
      windowTo: Int32Array.from(opens, (open, i) => open + widths[i]),
      deliver: loads(...amounts),
      maxVisits: Int32Array.of(maxVisits),
      maxDistanceMeters: Int32Array.of(maxDistanceMeters),
    }),
    route,
  );
}

/** The longest prefix of visits 0 to 3 that is sound. */
function soundRoute(drawn: Case): number[] {
  const route = [0, 1, 2, 3];
  while (stateOf(drawn, route).brokenCount > 0) route.pop();
  return route;
}

/** By trying every subset and every place; only subsets that leave a sound route, as where a detour is never shorter. */
function lowestByTrying(drawn: Case, route: readonly number[]): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 1 << route.length; set++) {
    const out = route.filter((_, i) => set & (1 << i));
    const kept = route.filter((_, i) => !(set & (1 << i)));
    const sum = out.reduce((total, visit) => total + drawn.refused[visit], 0);
    if (out.length > 3 || sum >= lowest) continue;
    for (let at = 0; at <= kept.length; at++) {
      if (stateOf(drawn, kept.toSpliced(at, 0, JOB)).brokenCount === 0) lowest = sum;
    }
  }
  return lowest;
}

describe("VisitEjection", () => {
  it("finds the set with the fewest refusals under every rule, and changes nothing where there is none", () => {
    fc.assert(
      fc.property(arbitraryCase, fc.integer(), (drawn, seed) => {
        const route = soundRoute(drawn);
        const state = stateOf(drawn, route);
        state.beginMove();
        const refusals = Float64Array.from(drawn.refused);
        const forced = new VisitEjection(state.problem, state, new Random(seed)).force(JOB, refusals);
        const lowest = route.length > 0 ? lowestByTrying(drawn, route) : Number.POSITIVE_INFINITY;
        expect(forced).toBe(lowest < Number.POSITIVE_INFINITY);
        verifyState(state);
        expect(state.brokenCount).toBe(0);
        expect(state.pool.has(JOB)).toBe(!forced);
        const out = route.filter((visit) => state.pool.has(visit));
        const sum = out.reduce((total, visit) => total + refusals[visit], 0);
        expect(sum).toBe(forced ? lowest : 0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("PairEjection", () => {
  // Pairs 0 → 1 and 2 → 3 on a vehicle for one of them at a time, with room in its day for two; 4 → 5 is out.
  const input = lineInput(6, 1, {
    dropoffOf: Int32Array.of(1, -1, 3, -1, 5, -1),
    pickup: loads(100, 0, 100, 0, 100, 0),
    maxVisits: Int32Array.of(4),
  });

  it("takes off the pair refused less often, whole", () => {
    for (const [refused, kept, gone] of [
      [[1, 0, 5, 0, 9, 0], 2, 0],
      [[5, 0, 1, 0, 9, 0], 0, 2],
    ] as const) {
      const state = lineState(input, [0, 1, 2, 3]);
      expect(new PairEjection(state.problem, state, new Random(1)).force(4, Float64Array.from(refused))).toBe(true);
      verifyState(state);
      expect(state.brokenCount).toBe(0);
      expect([...state.pool.jobs.subarray(0, state.pool.count)]).toEqual([gone]);
      expect([kept, kept + 1, 4, 5].map((visit) => state.links.route[visit])).toEqual([0, 0, 0, 0]);
    }
  });

  it("changes nothing where not even two jobs less make room", () => {
    const state = lineState({ ...input, maxVisits: Int32Array.of(1) });
    const tooLate = lineState({ ...input, windowTo: Int32Array.of(9999, 9999, 9999, 9999, 9999, 0) }, [0, 1, 2, 3]);
    for (const each of [state, tooLate]) {
      each.beginMove();
      expect(new PairEjection(each.problem, each, new Random(1)).force(4, new Float64Array(6).fill(1))).toBe(false);
      verifyState(each);
    }
    expect(tooLate.pool.count).toBe(1);
  });
});
