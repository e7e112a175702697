import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RouteState } from "../state/route-state";
import { lineInput, lineState, loads } from "../testing/line-problem";
import { PairPlaces } from "./pair-places";

const numbers = (min: number, max: number, length: number) =>
  fc.array(fc.integer({ min, max }), { minLength: length, maxLength: length });

/** Up to five visits on a route, of which 0 → 1 is a pair; 5 → 6 is to be put among them. */
const arbitraryCase = fc.record({
  places: numbers(0, 2000, 8),
  slowness: numbers(1, 3, 64),
  opens: numbers(0, 3000, 7),
  widths: numbers(200, 6000, 7),
  amounts: numbers(0, 70, 7),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4]),
  isMetric: fc.boolean(),
  costPerHourCents: fc.constantFrom(0, 5000),
  maxDistanceMeters: fc.integer({ min: 3000, max: 20_000 }),
});

type Case = typeof arbitraryCase extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Asymmetric: one direction is slower, or, not metric any more, every leg is as it likes. */
function legsOf({ places, slowness, isMetric }: Case): Int32Array {
  return Int32Array.from(slowness, (factor, leg) => {
    const way = places[leg >> 3] - places[leg & 7];
    return Math.abs(way) * (isMetric ? slowness[way > 0 ? 0 : 1] : factor);
  });
}

function stateOf(drawn: Case, route: readonly number[]): RouteState {
  const legs = legsOf(drawn);
  const { opens, widths, amounts } = drawn;
  return lineState(
    lineInput(7, 1, {
      profiles: [{ size: 8, distanceMeters: legs, durationSeconds: legs }],
      windowFrom: Int32Array.from(opens),
      windowTo: Int32Array.from(opens, (open, i) => open + widths[i]),
      shiftTo: Int32Array.of(20_000),
      dropoffOf: Int32Array.of(1, -1, -1, -1, -1, 6, -1),
      pickup: loads(amounts[0], 0, amounts[2], 0, 0, amounts[5], 0),
      deliver: loads(0, 0, 0, amounts[3], amounts[4], 0, 0),
      costPerHourCents: Int32Array.of(drawn.costPerHourCents),
      maxDistanceMeters: Int32Array.of(drawn.maxDistanceMeters),
    }),
    route,
  );
}

/** The part of a sound route, in the order drawn, with the pair whole and in its order. */
function soundRoute(drawn: Case): number[] {
  let route = drawn.order;
  if (!(route.includes(0) && route.indexOf(0) < route.indexOf(1))) route = route.filter((visit) => visit > 1);
  while (stateOf(drawn, route).brokenCount > 0)
    route = route.length > 2 ? route.filter((visit) => visit > 1).slice(1) : [];
  return route;
}

describe("PairPlaces", () => {
  it("finds what trying every two places finds, and nothing where none is sound", () => {
    fc.assert(
      fc.property(arbitraryCase, (drawn) => {
        const route = soundRoute(drawn);
        const state = stateOf(drawn, route);
        const places = new PairPlaces(state.problem, state);
        const found = places.scan(5, 0, 0, Number.POSITIVE_INFINITY, () => false);
        const priced = drawn.costPerHourCents > 0;
        let cheapest = Number.POSITIVE_INFINITY;
        let isAnySound = false;
        for (let i = 0; i <= route.length; i++) {
          for (let j = i + 1; j <= route.length + 1; j++) {
            const tried = stateOf(drawn, route.toSpliced(i, 0, 5).toSpliced(j, 0, 6));
            if (tried.brokenCount > 0) continue;
            isAnySound = true;
            cheapest = Math.min(cheapest, tried.totalCost - state.totalCost);
          }
        }
        // Where detours can be shorter, a place may be missed that only the whole pair makes good.
        if (drawn.isMetric) expect(found).toBe(isAnySound);
        if (!found) return;
        expect(isAnySound).toBe(true);
        if (drawn.isMetric && !priced) expect(places.cost).toBe(cheapest);
        state.insert(5, places.before, places.beforeDropoff);
        expect(state.brokenCount).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it("looks at no place that is skipped, and at none that is not cheaper than what is known", () => {
    const state = lineState(lineInput(3, 1, { dropoffOf: Int32Array.of(1, -1, -1) }), [2]);
    const places = new PairPlaces(state.problem, state);
    const scan = (below: number, skips: () => boolean) => places.scan(0, 0, 0, below, skips);
    expect(scan(Number.POSITIVE_INFINITY, () => true)).toBe(false);
    expect(scan(Number.POSITIVE_INFINITY, () => false)).toBe(true);
    // Both lie on the way to visit 2, so they add nothing.
    expect(places.cost).toBe(0);
    expect(scan(0, () => false)).toBe(false);
  });
});
