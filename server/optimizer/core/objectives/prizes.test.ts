import { describe, expect, it } from "vitest";
import { COST_UNITS_PER_CENT } from "../problem/problem-input";
import { lineInput, lineState } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";

const prizes = (...cents: readonly number[]) => ({ prizeCents: Int32Array.from(cents) });

// Visit v is (v + 1) × 100 cents away, there and back twice that.
describe("prizes", () => {
  it("are not compiled in where everybody must be served", () => {
    expect(lineState(lineInput(2, 1)).parts).toEqual([]);
  });

  it("are lost by what is left out, and put it in no tier", () => {
    const state = lineState(lineInput(4, 1, prizes(-1, 70, 30, -1)), [0]);
    expect(state.penalty).toBe(100 * COST_UNITS_PER_CENT);
    expect([...state.pool.visitsByTier]).toEqual([0, 1, 0, 0]);
    expect(state.pool.requiredCount).toBe(1);
  });

  it("of a pair are its pickup's, and cover both visits", () => {
    const pair = { ...prizes(50, -1, -1), dropoffOf: Int32Array.of(1, -1, -1) };
    const state = lineState(lineInput(3, 1, pair), [2]);
    expect(state.penalty).toBe(50 * COST_UNITS_PER_CENT);
    expect(state.pool.requiredCount).toBe(0);
    const dropoffOnly = lineState(lineInput(3, 1, { ...pair, ...prizes(-1, 50, -1) }), [2]);
    expect(dropoffOnly.penalty).toBe(0);
    expect(dropoffOnly.pool.visitsByTier[1]).toBe(2);
  });

  it("do not make the other half of a bound visit optional", () => {
    const bound = { dropoffOf: Int32Array.of(1, -1), boundVisits: [Int32Array.of(0)] };
    expect(lineState(lineInput(2, 1, { ...bound, ...prizes(5, 5) }), [0]).pool.requiredCount).toBe(1);
  });

  it("decide what is served: by the way there, and only if worth more than the detour", () => {
    // Visit 2 must be served, so the three up to it lie on the way; the last is a detour of 200.
    const { routes, costCents } = solveLine(4, 1, prizes(1, 1, -1, 199));
    expect(routes[0]?.toSorted()).toEqual([0, 1, 2]);
    expect(costCents).toBe(600);
    expect(solveLine(4, 1, prizes(1, 1, -1, 201)).costCents).toBe(800);
  });

  it("bring in a group where nobody alone is worth the way, and leave it where they are not together", () => {
    expect(solveLine(4, 1, prizes(150, 250, 250, 250)).costCents).toBe(800);
    expect(solveLine(4, 1, prizes(150, 200, 200, 200)).routes).toEqual([[]]);
  });

  it("drop from a given plan what costs more than it brings", () => {
    const initialRoutes = [Int32Array.of(0, 1, 2, 3)];
    expect(solveLine(4, 1, { ...prizes(-1, 10, 10, 10), initialRoutes }).routes).toEqual([[0]]);
  });

  it("never open a vehicle where the fewest are wanted", () => {
    const asked = { ...prizes(-1, 5000, 5000, -1), maxVisits: Int32Array.of(2, 2), fewestVehicles: true };
    const { routes } = solveLine(4, 2, asked);
    expect(routes.map((route) => route.length).toSorted()).toEqual([0, 2]);
  });
});
