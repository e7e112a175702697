import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solve } from "../search/solve";
import { iterationLimit } from "../stop/iteration-limit";
import { type LineOverrides, lineInput, loads } from "../testing/line-problem";

function plan(visitCount: number, vehicleCount: number, overrides: LineOverrides, seed = 1) {
  const input = lineInput(visitCount, vehicleCount, { fewestVehicles: true, ...overrides });
  const result = solve(input, { seed, stop: [iterationLimit(600)], now: () => 0, verify: true });
  return result.routes.map((route) => [...route]);
}

const used = (routes: readonly number[][]) => routes.filter((route) => route.length > 0).length;

describe("minimise fleet", () => {
  it("packs vehicles to the brim where greedy insertion needs one more", () => {
    const deliver = loads(60, 50, 40, 30, 70, 50, 60, 40, 55, 45);
    expect(used(plan(10, 10, { deliver }))).toBe(5);
  });

  it("does so for pairs, whose goods are on board in between only", () => {
    // Each pair's windows leave no time for both of its neighbours' goods; two vehicles can do it in turn.
    const dropoffOf = Int32Array.of(-1, 0, -1, 2, -1, 4, -1, 6);
    const pickup = loads(0, 60, 0, 60, 0, 60, 0, 60);
    const routes = plan(8, 4, { dropoffOf, pickup });
    expect(used(routes)).toBe(1);
    expect(routes.flat()).toHaveLength(8);
  });

  it("goes on where a visit has no place at all, and leaves out no other", () => {
    const deliver = loads(30, 50, 101, 50, 30, 40);
    const routes = plan(6, 4, { deliver });
    expect(routes.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 3, 4, 5]);
    expect(used(routes)).toBe(2);
  });

  it("takes a vehicle more where that serves one more visit", () => {
    const deliver = loads(30, 30, 40, 60);
    // The last visit may ride on the first vehicle only, which the others fill to the brim.
    const allowed = Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 0);
    const initialRoutes = [Int32Array.of(0, 1, 2), new Int32Array(0)];
    expect(plan(4, 2, { deliver, allowed, initialRoutes }).flat()).toHaveLength(4);
  });

  it("never dissolves a route with bound visits", () => {
    const boundVisits = [Int32Array.of(3), Int32Array.of(1), new Int32Array(0)];
    const routes = plan(4, 3, { boundVisits });
    expect(routes.map((route) => route[0])).toEqual([3, 1, undefined]);
  });

  it("serves as many as the cheapest plan does, and gives the same plan for the same seed", () => {
    const amounts = fc.array(fc.integer({ min: 10, max: 90 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 8 }), fc.integer(), (drawn, vehicleCount, seed) => {
        const deliver = loads(...drawn);
        const routes = plan(8, vehicleCount, { deliver }, seed);
        expect(plan(8, vehicleCount, { deliver }, seed)).toEqual(routes);
        const cheapest = plan(8, vehicleCount, { deliver, fewestVehicles: false }, seed);
        expect(routes.flat().length).toBeGreaterThanOrEqual(cheapest.flat().length);
        expect(used(routes)).toBeLessThanOrEqual(used(cheapest));
      }),
      { numRuns: 40 },
    );
  });

  it("serves as many pairs as the cheapest plan does with no more vehicles, the spare one of the search put back", () => {
    const windows = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(windows, fc.integer({ min: 20, max: 60 }), (opens, amount) => {
        const pairs = {
          dropoffOf: Int32Array.of(1, -1, 3, -1, 5, -1, 7, -1),
          pickup: loads(amount, 0, 100 - amount, 0, amount, 0, 50, 0),
          windowFrom: Int32Array.from(opens),
          windowTo: Int32Array.from(opens, (open) => open + 800),
        };
        const routes = plan(8, 4, pairs);
        const cheapest = plan(8, 4, { ...pairs, fewestVehicles: false });
        expect(routes.flat().length).toBeGreaterThanOrEqual(cheapest.flat().length);
        if (routes.flat().length === cheapest.flat().length) expect(used(routes)).toBeLessThanOrEqual(used(cheapest));
      }),
      { numRuns: 20 },
    );
  });
});
