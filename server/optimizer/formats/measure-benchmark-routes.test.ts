import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solveRoutingProblem } from "../pool/solve-routing-problem";
import { conventionOf } from "./benchmark-convention";
import type { BenchmarkFile, BenchmarkRow } from "./benchmark-file";
import { benchmarkProblem } from "./benchmark-problem";
import { measureBenchmarkRoutes } from "./measure-benchmark-routes";

const row = (number: number, [x, y]: [number, number], more: Partial<BenchmarkRow> = {}): BenchmarkRow => {
  return { number, x, y, demand: 1, ready: 0, due: 100, service: 0, ...more };
};
const depot = row(0, [0, 0], { demand: 0 });
const doubles = conventionOf("solomon", "fleet");
const tenths = conventionOf("solomon", "distance");

function file(...customers: BenchmarkRow[]): BenchmarkFile {
  return { vehicles: 2, capacity: 3, depot, customers };
}

describe("measureBenchmarkRoutes", () => {
  const square = file(row(1, [1, 0]), row(2, [1, 1]), row(3, [0, 1], { ready: 10, service: 5 }));

  it("counts straight lines in doubles, truncated to tenths, or rounded", () => {
    const far = file(row(1, [1, 1]), row(2, [2, 2]));
    expect(measureBenchmarkRoutes(far, doubles, [[1, 2]]).distance).toBeCloseTo(2 * Math.sqrt(8), 12);
    expect(measureBenchmarkRoutes(far, tenths, [[1, 2]]).distance).toBeCloseTo(1.4 + 1.4 + 2.8, 12);
    expect(measureBenchmarkRoutes(far, conventionOf("cvrplib", "distance"), [[1, 2]]).distance).toBe(1 + 1 + 3);
  });

  it("follows a matrix that is not symmetric", () => {
    const oneWay = { ...file(row(1, [0, 0])), matrix: Int32Array.of(0, 7, 9, 0) };
    expect(measureBenchmarkRoutes(oneWay, conventionOf("ortec", "distance"), [[1]]).distance).toBe(16);
  });

  it("times a route that leaves as late as it may", () => {
    // Leaving at 7, served at 10 without waiting, five there, one back.
    expect(measureBenchmarkRoutes(square, doubles, [[1, 2, 3]])).toMatchObject({
      vehicles: 1,
      duration: 9,
      faults: [],
    });
    // Nobody may be kept waiting beyond 2, so leaving later than 1 is out of the question.
    const early = {
      ...square,
      customers: square.customers.map((each) => (each.number === 1 ? { ...each, due: 2 } : each)),
    };
    expect(measureBenchmarkRoutes(early, doubles, [[1, 2, 3]]).duration).toBe(15);
  });

  it.each<[string, number[][], RegExp]>([
    ["a strangers' visit", [[1, 9]], /visits 9, who is not in the file/],
    ["a second visit", [[1], [1]], /1 is visited twice/],
    ["more routes than vehicles", [[1], [2], [3]], /3 routes, but 2 vehicles/],
  ])("finds %s", (_what, routes, fault) => {
    expect(measureBenchmarkRoutes(square, doubles, routes).faults.join()).toMatch(fault);
  });

  it("finds lateness, too much load and who is left out", () => {
    const late = file(row(1, [3, 4], { due: 4.9 }), row(2, [0, 1], { demand: 3 }));
    const { faults, unassigned } = measureBenchmarkRoutes(late, doubles, [[1, 2]]);
    expect(faults.join("; ")).toMatch(/1 is served at 5, due at 4\.9; .*carries 4, at most 3/);
    expect(unassigned).toEqual([]);
    expect(measureBenchmarkRoutes(late, doubles, [[2]]).unassigned).toEqual([1]);
    const closed = { ...late, depot: { ...depot, due: 1.5 } };
    expect(measureBenchmarkRoutes(closed, doubles, [[2]]).faults).toEqual(["route 1: it is back at 2, due at 1.5"]);
  });

  it("finds pairs split, reversed, and too much on board between them", () => {
    const pairs = file(
      row(1, [1, 0], { demand: 2, dropoff: 2 }),
      row(2, [2, 0], { demand: -2 }),
      row(3, [3, 0], { demand: 2, dropoff: 4 }),
      row(4, [4, 0], { demand: -2 }),
    );
    const faultsOf = (routes: number[][]) => measureBenchmarkRoutes(pairs, doubles, routes).faults.join("; ");
    expect(faultsOf([[1, 2, 3, 4]])).toBe("");
    expect(faultsOf([[1, 3, 2, 4]])).toMatch(/carries 4 after 3, at most 3/);
    expect(faultsOf([[2, 1]])).toMatch(/drop-off 2 comes before its pickup/);
    expect(faultsOf([[1], [2]])).toMatch(/pickup 1 and drop-off 2 are not on one route/);
  });
});

describe("benchmarkProblem", () => {
  it.each(["fleet", "distance"] as const)(
    "gives routes that hold in the file's own arithmetic: %s",
    async (objective) => {
      const coordinate = fc.double({ min: 0, max: 100, noNaN: true });
      const customer = fc.record({
        place: fc.tuple(coordinate, coordinate),
        demand: fc.integer({ min: 0, max: 2 }),
        ready: fc.integer({ min: 0, max: 60 }),
        width: fc.integer({ min: 0, max: 40 }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(customer, { minLength: 1, maxLength: 8 }), async (drawn) => {
          const customers = drawn.map(({ place, demand, ready, width }, i) => {
            return row(i + 1, place, { demand, ready, due: ready + width, service: 1.5 });
          });
          const convention = conventionOf("solomon", objective);
          const asked = { ...file(...customers), depot: { ...depot, due: 200 } };
          const budget = { seed: 1, maxIterations: 50, threads: 1 };
          const { routes, unassigned } = await solveRoutingProblem(
            benchmarkProblem(asked, convention, objective),
            budget,
          );
          const numbers = routes.map((route) => route.map((visit) => visit + 1));
          const measured = measureBenchmarkRoutes(asked, convention, numbers);
          expect(measured.faults).toEqual([]);
          expect(measured.unassigned).toHaveLength(unassigned.length);
        }),
        { numRuns: 40 },
      );
    },
  );

  it("lets no customer go who can just be reached", async () => {
    const exact = file(row(1, [3, 4], { due: 5 }), row(2, [6, 8], { ready: 10, due: 10 }));
    const { unassigned } = await solveRoutingProblem(benchmarkProblem(exact, doubles, "fleet"), {
      seed: 1,
      maxIterations: 20,
      threads: 1,
    });
    expect(unassigned).toEqual([]);
  });
});
