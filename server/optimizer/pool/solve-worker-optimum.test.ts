import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { checkSolution } from "../checker/check-solution";
import { arbitraryRoutingProblem, problemWith } from "../testing/arbitrary-routing-problem";
import { bestPlan } from "../testing/best-plan";
import { compareScores, type PlanScore, planScore } from "../testing/plan-score";
import { SOLVED_FEATURES } from "../testing/problem-features";
import { shareMatrices } from "./share-matrices";
import { searchRoutingProblem } from "./solve-worker-search";

/** Problems per feature alone, per two features together, and of any mix with a visit more. */
const RUNS_ALONE = 10;
const RUNS_TOGETHER = 1;
const RUNS_MIXED = 15;
const SEED = 11;
const SMALL = { maxVisits: 4, maxVehicles: 2 };
/** Tries of the solver per problem, of which one has to find the optimum. */
const SOLVER_SEEDS = [1, 2, 3];
const ITERATIONS = 400;
/** Visits that only fit together, since no way leads on from one alone, may be missed by inserting one after the other. */
const LEAST_SHARE_FOUND = 0.98;
const LEAST_SHARE_UNREACHABLE = 0.8;

/** Whatever the best plan is a sum over routes of. */
const ADDITIVE = SOLVED_FEATURES.filter((feature) => feature !== "balance" && feature !== "clustering");

/** How often the solver found the optimum; throws if a plan is unsound or better than the best there is. */
class Tally {
  problems = 0;
  readonly missed: string[] = [];

  get shareFound(): number {
    return 1 - this.missed.length / this.problems;
  }

  compare(what: string, problems: fc.Arbitrary<RoutingProblem>, numRuns: number): void {
    for (const [n, problem] of fc.sample(problems, { numRuns, seed: SEED }).entries()) {
      const name = `${what}, problem ${n}`;
      const best = bestPlan(problem);
      if (!best) throw new Error(`${name}: no plan at all keeps what is bound`);
      const found = solverScore(problem, best.score, name);
      this.problems++;
      if (found) this.missed.push(`${name}: ${found.join(" ")} instead of ${best.score.join(" ")}`);
    }
  }
}

/** What the solver made instead of the optimum; nothing if it found it. */
function solverScore(problem: RoutingProblem, optimum: PlanScore, name: string): PlanScore | undefined {
  const shared = { ...problem, matrices: shareMatrices(problem.matrices) };
  let score: PlanScore = optimum;
  for (const seed of SOLVER_SEEDS) {
    const { solution } = searchRoutingProblem(shared, { seed, maxIterations: ITERATIONS }, { now: () => 0 });
    const faults = checkSolution(problem, solution).violations.filter((violation) => !violation.bound);
    expect(faults, name).toEqual([]);
    score = planScore(problem, solution);
    const difference = compareScores(score, optimum);
    if (difference === 0) return undefined;
    expect(difference, `${name}: ${score.join(" ")} is better than ${optimum.join(" ")}`).toBeGreaterThan(0);
  }
  return score;
}

describe("the solver", () => {
  it.each(ADDITIVE)("finds the best plan there is, with the feature %s", (feature) => {
    const tally = new Tally();
    tally.compare(feature, problemWith([feature], SMALL), RUNS_ALONE);
    const least = feature === "unreachable" ? LEAST_SHARE_UNREACHABLE : 1;
    expect(tally.shareFound, tally.missed.join("\n")).toBeGreaterThanOrEqual(least);
  });

  it("finds the best plan there is, with every two features together", () => {
    const tally = new Tally();
    for (const [i, feature] of ADDITIVE.entries()) {
      for (const other of ADDITIVE.slice(0, i)) {
        tally.compare(`${feature} + ${other}`, problemWith([feature, other], SMALL), RUNS_TOGETHER);
      }
    }
    expect(tally.shareFound, tally.missed.join("\n")).toBeGreaterThanOrEqual(LEAST_SHARE_FOUND);
  });

  it("finds the best plan there is, with any mix of features", () => {
    const tally = new Tally();
    tally.compare("mix", arbitraryRoutingProblem(ADDITIVE, { maxVisits: 5, maxVehicles: 2 }), RUNS_MIXED);
    expect(tally.shareFound, tally.missed.join("\n")).toBeGreaterThanOrEqual(LEAST_SHARE_FOUND);
  });
});
