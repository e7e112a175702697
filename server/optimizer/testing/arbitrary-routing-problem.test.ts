import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RoutingProblem } from "@/server/domain/plan/routing-problem";
import { validateRoutingProblem } from "../pool/validate-routing-problem";
import { arbitraryRoutingProblem, problemWith } from "./arbitrary-routing-problem";
import { PROBLEM_FEATURES, type ProblemFeature } from "./problem-features";

const SAMPLES = 40;

const SHOWS: Record<ProblemFeature, (problem: RoutingProblem) => boolean> = {
  profiles: ({ matrices }) => matrices.length > 1,
  unreachable: ({ matrices }) => matrices.some((matrix) => matrix.durationSeconds.some((seconds) => seconds < 0)),
  "open-routes": ({ vehicles }) => vehicles.some((vehicle) => vehicle.endLocation === undefined),
  windows: ({ visits }) => visits.some((visit) => visit.windows.length > 1),
  loads: ({ visits }) => visits.some((visit) => visit.pickup[0] > 0),
  "check-in": ({ visits }) => visits.some((visit) => visit.checkInSeconds !== undefined),
  demands: ({ visits }) => visits.some((visit) => visit.skills.length > 0),
  "allowed-vehicles": ({ visits }) => visits.some((visit) => visit.allowedVehicles !== undefined),
  priorities: ({ visits }) => visits.some((visit) => visit.priority === "critical"),
  prizes: ({ visits }) => visits.some((visit) => visit.prizeCents !== undefined),
  pairs: ({ visits }) => visits.some((visit) => visit.pairedDropoff !== undefined && !visit.direct),
  "direct-pairs": ({ visits }) => visits.some((visit) => visit.direct === true),
  "short-shifts": ({ vehicles }) => vehicles.some(({ shift }) => shift.toSeconds - shift.fromSeconds <= 3 * 3600),
  limits: ({ vehicles }) => vehicles.some((vehicle) => vehicle.maxVisits !== undefined),
  "max-work": ({ vehicles }) => vehicles.some((vehicle) => vehicle.maxWorkSeconds !== undefined),
  overtime: ({ vehicles }) => vehicles.some((vehicle) => vehicle.overtime !== undefined),
  breaks: ({ vehicles }) => vehicles.some((vehicle) => (vehicle.breaks?.length ?? 0) > 0),
  reload: ({ vehicles }) => vehicles.some((vehicle) => (vehicle.reload?.maxCount ?? 0) > 0),
  done: ({ vehicles }) => vehicles.some((vehicle) => vehicle.done !== undefined),
  carbon: ({ objective }) => objective.carbonCentsPerKg !== undefined,
  fleet: ({ objective }) => objective.goal === "fleet",
  balance: ({ objective }) => objective.balance !== undefined,
  clustering: ({ objective }) => objective.clustering !== undefined,
  "warm-start": ({ initialRoutes }) => initialRoutes.flat().length > 0,
  locked: ({ vehicles }) => vehicles.some((vehicle) => vehicle.locked),
  frozen: ({ vehicles }) => vehicles.some((vehicle) => vehicle.frozenVisits.length > 0),
  placed: ({ vehicles }) => vehicles.some((vehicle) => (vehicle.placedVisits?.length ?? 0) > 0),
};

describe("arbitraryRoutingProblem", () => {
  it.each(PROBLEM_FEATURES)("makes sound problems that show the feature %s", (feature) => {
    const problems = fc.sample(problemWith([feature]), { numRuns: SAMPLES, seed: 1 });
    for (const problem of problems) validateRoutingProblem(problem);
    expect(problems.filter(SHOWS[feature]).length).toBeGreaterThan(SAMPLES / 4);
  });

  it("makes sound problems of every two features, and none that was not asked for", () => {
    for (const [i, feature] of PROBLEM_FEATURES.entries()) {
      for (const other of PROBLEM_FEATURES.slice(0, i)) {
        for (const problem of fc.sample(problemWith([feature, other]), { numRuns: 2, seed: i })) {
          validateRoutingProblem(problem);
        }
      }
    }
    const without = fc.sample(arbitraryRoutingProblem(PROBLEM_FEATURES.filter((each) => each !== "breaks")), SAMPLES);
    expect(without.some(SHOWS.breaks)).toBe(false);
    expect(without.some((problem) => PROBLEM_FEATURES.filter((each) => SHOWS[each](problem)).length > 4)).toBe(true);
  });
});
