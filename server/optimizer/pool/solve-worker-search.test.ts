import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { checkSolution } from "../checker/check-solution";
import { boundVisits } from "../checker/planned-route";
import { arbitraryRoutingProblem } from "../testing/arbitrary-routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { SOLVED_FEATURES } from "../testing/problem-features";
import { shareMatrices } from "./share-matrices";
import { searchRoutingProblem } from "./solve-worker-search";

const RUNS = { numRuns: 150 };

function search(problem: RoutingProblem, seed = 1, maxIterations = 200) {
  return searchRoutingProblem(shared(problem), { seed, maxIterations }, { now: () => 0, verify: true }).solution;
}

/** What the explanations know. */
const UNEXPLAINED = ["max-work", "overtime", "done", "check-in", "direct-pairs", "placed", "breaks", "reload"];
const EXPLAINED = SOLVED_FEATURES.filter((feature) => !UNEXPLAINED.includes(feature));

/** As threads get it. */
function shared(problem: RoutingProblem): RoutingProblem {
  return { ...problem, matrices: shareMatrices(problem.matrices) };
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
      fc.property(arbitraryRoutingProblem(EXPLAINED), (problem) => {
        const dropoffs = new Set(problem.visits.map((visit) => visit.pairedDropoff));
        for (const { visit, reasons } of search(problem).unassigned) {
          expect(reasons.reduce((sum, reason) => sum + reason.vehicleCount, 0)).toBe(problem.vehicles.length);
          const isSingle = problem.visits[visit]!.pairedDropoff === undefined && !dropoffs.has(visit);
          const isOptional = problem.visits[visit]!.prizeCents !== undefined;
          if (isSingle && !isOptional) expect(reasons.map((reason) => reason.rule)).not.toContain("cost");
        }
      }),
      RUNS,
    );
  });

  it("is sound and explained even when stopped while constructing", () => {
    fc.assert(
      fc.property(arbitraryRoutingProblem(), fc.integer({ min: 1, max: 20 }), (problem, pace) => {
        let ticks = 0;
        const hooks = { now: () => ticks++ / pace, stopFlag: Int32Array.of(1), verify: true };
        const { solution } = searchRoutingProblem(shared(problem), { seed: 1, maxSeconds: 10 }, hooks);
        const { violations } = checkSolution(problem, solution);
        expect(violations.filter((violation) => !violation.bound)).toEqual([]);
        for (const { reasons } of solution.unassigned) {
          expect(reasons.reduce((sum, reason) => sum + reason.vehicleCount, 0)).toBe(problem.vehicles.length);
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

describe("searchRoutingProblem, where far more is asked than can be done", () => {
  const crowded = gridProblem({
    visits: 400,
    vehicles: 4,
    visit: (i) => ({ windows: i % 3 === 0 ? [{ fromSeconds: 3000, toSeconds: 9000 }] : [] }),
    vehicle: (k) => ({ capacity: [200, 200, 200, 200], shift: { fromSeconds: 0, toSeconds: 9000 + 600 * k } }),
  });

  it("leaves out nothing that still fits, and names a rule for every vehicle", () => {
    const solution = search(crowded, 1, 400);
    expect(checkSolution(crowded, solution).violations).toEqual([]);
    expect(solution.unassigned.length).toBeGreaterThan(100);
    for (const { reasons } of solution.unassigned) {
      expect(reasons.map((reason) => reason.rule)).not.toContain("cost");
      expect(reasons.reduce((sum, reason) => sum + reason.vehicleCount, 0)).toBe(4);
    }
  });

  it("explains only the first in full when stopped long before its time is up: whoever stopped is waiting", () => {
    const stopFlag = Int32Array.of(0);
    let seconds = 0;
    const hooks = {
      now: () => {
        seconds += stopFlag[0] === 1 ? 0.05 : 0.001;
        return seconds;
      },
      stopFlag,
      onProgress: (_: unknown, { iterations }: { iterations: number }) => {
        if (iterations >= 100) stopFlag[0] = 1;
      },
    };
    const { solution } = searchRoutingProblem(shared(crowded), { seed: 1, maxSeconds: 3600 }, hooks);
    expect(solution.stopReason).toBe("stopped");
    expect(solution.unassigned.length).toBeGreaterThan(100);
    const inFull = solution.unassigned.filter(({ nearestMiss }) => nearestMiss !== undefined);
    expect(inFull.length).toBeGreaterThan(0);
    expect(inFull.length).toBeLessThan(20);
    for (const { reasons } of solution.unassigned)
      expect(reasons.reduce((sum, reason) => sum + reason.vehicleCount, 0)).toBe(4);
  });

  it("serves more the longer it looks, and the same for the same seed", () => {
    const served = (iterations: number) => 400 - search(crowded, 1, iterations).unassigned.length;
    expect(served(400)).toBeGreaterThan(served(1));
    expect(search(crowded, 3, 200)).toEqual(search(crowded, 3, 200));
  });
});
