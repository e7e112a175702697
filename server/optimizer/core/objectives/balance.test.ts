import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startNode } from "../problem/core-problem";
import { COST_UNITS_PER_CENT, type ProblemInput } from "../problem/problem-input";
import { lineInput, lineState, loads } from "../testing/line-problem";
import { solveLine } from "../testing/solve-line";

const balance = (by: "working-time" | "visits", forced: boolean, factor = 1) => ({ balance: { by, forced, factor } });
const cents = (units: number) => Math.round(units / COST_UNITS_PER_CENT);

function lengths(routes: readonly (readonly number[])[]): number[] {
  return routes.map((route) => route.length).toSorted((a, b) => a - b);
}

/** The least any split over two vehicles costs, penalties included; on the line, in order of distance is best. */
function leastOf(input: ProblemInput): number {
  const visits = Array.from({ length: input.visitCount }, (_, visit) => visit);
  const costs = Array.from({ length: 2 ** input.visitCount }, (_, split) => {
    const routes = [0, 1].map((k) => visits.filter((visit) => ((split >> visit) & 1) === k));
    const state = lineState(input, ...routes);
    return state.brokenCount > 0 ? Number.POSITIVE_INFINITY : state.totalCost + state.penalty;
  });
  return Math.min(...costs);
}

// Visit v is (v + 1) × 100 cents away, there and back twice that. From visit to visit, 150 cents on average.
describe("balance", () => {
  it("is not compiled in where it is not wanted, or nobody is there to share with", () => {
    expect(lineState(lineInput(4, 2)).parts).toEqual([]);
    expect(lineState(lineInput(4, 1, balance("visits", true))).parts).toEqual([]);
  });

  it("charges n·σ over the vehicles used, or over all", () => {
    // 3 and 1 visits: σ is 1, n two, a visit 167 cents (133 for the inner ones, 200 for the outer).
    const [used, unused] = [[[0, 1, 2], [3]], [[0, 1, 2, 3]]];
    expect(cents(lineState(lineInput(4, 3, balance("visits", false)), ...used).penalty)).toBe(Math.round(2 * 166.67));
    expect(lineState(lineInput(4, 3, balance("visits", false)), ...unused).penalty).toBe(0);
    // Of 4, 0 and 0 visits n·σ is √(3 · 16 − 16); a visit comes with its share of three trips of 500 cents.
    expect(cents(lineState(lineInput(4, 3, balance("visits", true)), ...unused).penalty)).toBe(
      Math.round(Math.sqrt(32) * (166.667 + 1500 / 4)),
    );
  });

  it("splits eight visits 4 to 4 where all vehicles must share, and leaves one vehicle at home where none must", () => {
    expect(lengths(solveLine(8, 2).routes)).toEqual([0, 8]);
    expect(lengths(solveLine(8, 2, balance("visits", false)).routes)).toEqual([0, 8]);
    const { routes, costCents } = solveLine(8, 2, balance("visits", true));
    expect(lengths(routes)).toEqual([4, 4]);
    // What it weighs is no money.
    expect(costCents).toBe(800 + 1600);
  });

  it("weighs by its factor", () => {
    expect(lengths(solveLine(8, 2, balance("visits", true, 0.1)).routes)).toEqual([0, 8]);
    expect(lengths(solveLine(8, 2, balance("visits", true, 0.5)).routes)).toEqual([4, 4]);
  });

  it("evens out the vehicles that are needed anyway", () => {
    // Room for five each: 3 near and 5 far cost 2200, and 300 for being unequal; 4 and 4 cost 2400.
    const deliver = loads(20, 20, 20, 20, 20, 20, 20, 20);
    expect(lengths(solveLine(8, 2, { deliver }).routes)).toEqual([3, 5]);
    expect(lengths(solveLine(8, 2, { deliver, ...balance("visits", false, 0.5) }).routes)).toEqual([3, 5]);
    expect(lengths(solveLine(8, 2, { deliver, ...balance("visits", false) }).routes)).toEqual([4, 4]);
  });

  it("counts what a route under way has done, and leaves out who can take nothing", () => {
    const busy = { ...balance("visits", true), doneVisits: Int32Array.of(4, 0) };
    expect(lengths(solveLine(4, 2, busy).routes)).toEqual([0, 4]);
    const barred = { ...balance("visits", true), allowed: Uint8Array.of(1, 0, 1, 0, 1, 0, 1, 0) };
    expect(lineState(lineInput(4, 2, barred), [0, 1, 2, 3]).penalty).toBe(0);
  });

  it("by working time finds what costs least of all splits", () => {
    for (const forced of [true, false]) {
      const asked = {
        ...balance("working-time", forced),
        serviceSeconds: Int32Array.of(1000, 10, 10, 900, 30),
        deliver: loads(20, 20, 20, 20, 40),
      };
      const { routes } = solveLine(5, 2, asked);
      const input = lineInput(5, 2, asked);
      const found = lineState(input, ...routes);
      expect(found.totalCost + found.penalty).toBe(leastOf(input));
    }
  });

  it("prices an insertion at just what it changes", () => {
    const scene = fc.record({
      by: fc.constantFrom("visits" as const, "working-time" as const),
      forced: fc.boolean(),
      split: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 }),
      visit: fc.nat(5),
      route: fc.nat(2),
      at: fc.nat(5),
      opens: fc.integer({ min: 0, max: 2000 }),
    });
    fc.assert(
      fc.property(scene, ({ by, forced, split, visit, route, at, opens }) => {
        const windowFrom = Int32Array.from({ length: 6 }, (_, v) => (v === 2 ? opens : 0));
        const input = lineInput(6, 3, { ...balance(by, forced), windowFrom });
        const routes = [0, 1, 2].map((k) => [0, 1, 2, 3, 4, 5].filter((v) => v !== visit && split[v] === k));
        const state = lineState(input, ...routes);
        const before = routes[route]![at] ?? startNode(state.problem, route);
        const part = state.parts[0]!;
        const bound = part.jobPrice?.(visit, route) ?? 0;
        const rest = part.placePrice?.(visit, route, before, state.links.next[before]!) ?? 0;
        const penalty = state.penalty;
        state.insert(visit, before, before);
        expect((bound + rest) / COST_UNITS_PER_CENT).toBeCloseTo((state.penalty - penalty) / COST_UNITS_PER_CENT, 4);
        expect(rest).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});
