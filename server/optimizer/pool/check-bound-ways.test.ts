import { describe, expect, it } from "vitest";
import type { RoutingProblem, RoutingVehicle } from "@/server/domain/plan/routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { checkBoundWays } from "./check-bound-ways";
import { ProblemFaults } from "./problem-faults";

/** Three visits on a road behind the depot, and one leg on which nobody can drive. */
function pathsAtFault(closed: readonly [from: number, to: number], vehicle: Partial<RoutingVehicle>): string[] {
  const problem: RoutingProblem = gridProblem({
    visits: 3,
    vehicles: 1,
    vehicle: () => vehicle,
    initialRoutes: [[0, 1, 2]],
  });
  problem.matrices[0]!.durationSeconds[closed[0] * 4 + closed[1]] = -1;
  const faults = new ProblemFaults();
  checkBoundWays(problem, faults);
  return faults.found.map(({ code, path }) => `${code} ${path}`);
}

describe("checkBoundWays", () => {
  it("finds the leg without a way to, between and back from visits that are bound", () => {
    const locked = ["bound-without-way vehicles[0].locked"];
    expect(pathsAtFault([0, 1], { locked: true })).toEqual(locked);
    expect(pathsAtFault([2, 3], { locked: true })).toEqual(locked);
    expect(pathsAtFault([3, 0], { locked: true })).toEqual(locked);
    expect(pathsAtFault([1, 2], { frozenVisits: [0, 1] })).toEqual(["bound-without-way vehicles[0].frozenVisits"]);
  });

  it("asks for no way that nobody is bound to drive", () => {
    expect(pathsAtFault([2, 1], { locked: true })).toEqual([]);
    expect(pathsAtFault([3, 0], { locked: true, endLocation: undefined })).toEqual([]);
    expect(pathsAtFault([2, 3], { frozenVisits: [0, 1] })).toEqual([]);
    expect(pathsAtFault([0, 1], {})).toEqual([]);
  });
});
