import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { problemWith } from "./arbitrary-routing-problem";
import { bestPlan } from "./best-plan";
import { gridProblem } from "./grid-problem";
import { compareScores } from "./plan-score";
import type { ProblemFeature } from "./problem-features";

const RUNS = 6;

describe("bestPlan", () => {
  it("is what anyone can see it is", () => {
    // The depot lies left of the visits on one road, 1 to 3 km away; each vehicle holds two parcels.
    const problem = gridProblem({ visits: 3, vehicles: 2, vehicle: () => ({ capacity: [2, 0, 0, 0] }) });
    const { plan, score } = bestPlan(problem)!;
    expect(plan.routes.map((route) => route.length).toSorted()).toEqual([1, 2]);
    expect(plan.routes.find((route) => route.length === 1)).toEqual([0]);
    expect(score).toEqual([0, 0, 0, 0, 0, 800]);
  });

  it("is none where what is frozen cannot keep its order", () => {
    const contradiction = gridProblem({ visits: 2, vehicles: 2, vehicle: () => ({ frozenVisits: [0] }) });
    expect(bestPlan(contradiction)).toBeUndefined();
  });
});

describe("a rule less", () => {
  const without: Partial<Record<ProblemFeature, (problem: RoutingProblem) => RoutingProblem>> = {
    windows: (problem) => ({ ...problem, visits: problem.visits.map((visit) => ({ ...visit, windows: [] })) }),
    demands: (problem) => ({
      ...problem,
      visits: problem.visits.map((visit) => ({ ...visit, skills: [], features: [] })),
    }),
    "allowed-vehicles": (problem) => ({
      ...problem,
      visits: problem.visits.map(({ allowedVehicles: _, ...visit }) => visit),
    }),
    limits: (problem) => ({
      ...problem,
      vehicles: problem.vehicles.map(
        ({ maxVisits: _, maxDistanceMeters: __, maxDriveSeconds: ___, ...vehicle }) => vehicle,
      ),
    }),
    "max-work": (problem) => ({
      ...problem,
      vehicles: problem.vehicles.map(({ maxWorkSeconds: _, ...vehicle }) => vehicle),
    }),
    "check-in": (problem) => ({
      ...problem,
      visits: problem.visits.map(({ checkInSeconds: _, ...visit }) => visit),
    }),
    placed: (problem) => ({
      ...problem,
      vehicles: problem.vehicles.map((vehicle) => ({ ...vehicle, placedVisits: [] })),
    }),
  };

  it.each(Object.entries(without))("never makes the best plan worse: %s", (feature, remove) => {
    const features = [feature as ProblemFeature, "short-shifts", "priorities"] as const;
    for (const problem of fc.sample(problemWith(features, { maxVisits: 4, maxVehicles: 2 }), {
      numRuns: RUNS,
      seed: 1,
    })) {
      const bound = bestPlan(problem);
      const freed = bestPlan(remove(problem));
      if (bound) expect(compareScores(freed!.score, bound.score)).toBeLessThanOrEqual(0);
    }
  });
});
