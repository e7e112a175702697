import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { boundVisits, checkSolution } from "../checker/check-solution";
import { arbitraryRoutingProblem } from "../testing/arbitrary-routing-problem";
import { searchRoutingProblem } from "./solve-worker-search";

const RUNS = { numRuns: 150 };

function search(problem: RoutingProblem, seed = 1, maxIterations = 200) {
  return searchRoutingProblem(problem, { seed, maxIterations }, { now: () => 0, verify: true }).solution;
}

describe("searchRoutingProblem, on random problems with every rule", () => {
  it("finds plans that the checker cannot fault", () => {
    fc.assert(
      fc.property(arbitraryRoutingProblem(), (problem) => {
        const { violations } = checkSolution(problem, search(problem));
        expect(violations.filter((violation) => !violation.bound)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("leaves out no single visit that would still fit somewhere, and says what refuses it", () => {
    fc.assert(
      fc.property(arbitraryRoutingProblem(), (problem) => {
        const dropoffs = new Set(problem.visits.map((visit) => visit.pairedDropoff));
        for (const { visit, reasons } of search(problem).unassigned) {
          expect(reasons.reduce((sum, reason) => sum + reason.vehicleCount, 0)).toBe(problem.vehicles.length);
          const isSingle = problem.visits[visit]!.pairedDropoff === undefined && !dropoffs.has(visit);
          if (isSingle) expect(reasons.map((reason) => reason.rule)).not.toContain("cost");
        }
      }),
      RUNS,
    );
  });

  it("gives the same plan for the same seed", () => {
    fc.assert(
      fc.property(arbitraryRoutingProblem(), fc.integer(), (problem, seed) => {
        expect(search(problem, seed)).toEqual(search(problem, seed));
      }),
      { numRuns: 50 },
    );
  });

  it("keeps locked routes and frozen fronts", () => {
    fc.assert(
      fc.property(arbitraryRoutingProblem(), (problem) => {
        const { routes } = search(problem);
        for (const [k, vehicle] of problem.vehicles.entries()) {
          const bound = boundVisits(problem, k);
          expect(routes[k]!.slice(0, bound.length)).toEqual(bound);
          if (vehicle.locked) expect(routes[k]).toEqual(bound);
        }
      }),
      RUNS,
    );
  });
});
