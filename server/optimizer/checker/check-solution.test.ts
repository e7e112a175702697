import { describe, expect, it } from "vitest";
import type { RoutingProblem, RoutingVehicle, RoutingVisit } from "@/server/domain/plan/routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { checkSolution, type ViolationCode } from "./check-solution";

/** Three visits 1, 2 and 3 blocks from the depot: a block is a kilometre and 100 seconds, service takes 60. */
function problem(visit: Partial<RoutingVisit> = {}, vehicle: Partial<RoutingVehicle> = {}): RoutingProblem {
  return gridProblem({
    visits: 3,
    vehicles: 2,
    visit: (i) => (i === 1 ? visit : {}),
    vehicle: (k) => (k === 0 ? vehicle : {}),
  });
}

function codes(asked: RoutingProblem, routes: readonly (readonly number[])[], costCents?: number): ViolationCode[] {
  const routed = routes.flat();
  const unassigned = [...asked.visits.keys()].filter((visit) => !routed.includes(visit)).map((visit) => ({ visit }));
  const honest = checkSolution(asked, { routes, unassigned, costCents: 0 }).costCents;
  const { violations } = checkSolution(asked, { routes, unassigned, costCents: costCents ?? honest });
  return violations.map((violation) => violation.code);
}

const plan = [[0, 1, 2], []];

describe("checkSolution", () => {
  it("adds up distance, driving, paid time and cost", () => {
    const asked = problem({}, { fixedCostCents: 1000, costPerKmCents: 50, costPerHourCents: 3600 });
    const check = checkSolution(asked, { routes: plan, unassigned: [], costCents: 0 });
    expect(check).toMatchObject({ distanceMeters: 6000, driveSeconds: 600, paidSeconds: 780, vehiclesUsed: 1 });
    expect(check.costCents).toBe(1000 + 6 * 50 + 780);
  });

  it("finds nothing wrong with a sound plan", () => {
    expect(codes(problem(), plan)).toEqual([]);
  });

  it.each<[ViolationCode, Partial<RoutingVisit>, Partial<RoutingVehicle>]>([
    ["skills", { skills: ["cold"] }, {}],
    ["features", { features: ["lift"] }, {}],
    ["allowed-vehicles", { allowedVehicles: [1] }, {}],
    ["capacity", { deliver: [19, 0, 0, 0] }, {}],
    ["capacity", { pickup: [0, 0, 0, 21] }, {}],
    ["time-window", { windows: [{ fromSeconds: 0, toSeconds: 259 }] }, {}],
    ["time-window", { windows: [{ fromSeconds: 0, toSeconds: 319 }], windowSemantics: "finish" }, {}],
    ["shift", {}, { shift: { fromSeconds: 0, toSeconds: 779 } }],
    ["max-visits", {}, { maxVisits: 2 }],
    ["max-distance", {}, { maxDistanceMeters: 5999 }],
    ["max-drive-time", {}, { maxDriveSeconds: 599 }],
    ["pair-order", { pairedDropoff: 0 }, {}],
    ["frozen", {}, { frozenVisits: [1] }],
    ["locked", {}, { locked: true }],
  ])("finds a broken rule: %s", (code, visit, vehicle) => {
    expect(new Set(codes(problem(visit, vehicle), plan))).toEqual(new Set([code]));
  });

  it.each<[string, Partial<RoutingVisit>, Partial<RoutingVehicle>]>([
    ["the window's last second", { windows: [{ fromSeconds: 0, toSeconds: 260 }] }, {}],
    ["the shift's last second", {}, { shift: { fromSeconds: 0, toSeconds: 780 } }],
    ["the last metre", {}, { maxDistanceMeters: 6000 }],
    ["the last unit of load", { deliver: [18, 0, 0, 0] }, {}],
  ])("allows %s", (_what, visit, vehicle) => {
    expect(codes(problem(visit, vehicle), plan)).toEqual([]);
  });

  it("finds visits routed twice, missing, unknown, and pairs split", () => {
    expect(codes(problem(), [[0, 1, 2], [0]])).toEqual(["visited-twice"]);
    expect(checkSolution(problem(), { routes: [[0], []], unassigned: [], costCents: 200 }).violations).toHaveLength(2);
    expect(codes(problem(), [[0, 1, 2, 7], []])).toContain("unknown-visit");
    expect(codes(problem({ pairedDropoff: 2 }), [[0, 1], [2]])).toEqual(["pair-split"]);
  });

  it("finds a false cost, and a leg that has no way", () => {
    expect(codes(problem(), plan, 599)).toEqual(["cost"]);
    const asked = problem();
    asked.matrices[0]!.durationSeconds[1] = -1;
    expect(codes(asked, plan)).toContain("unreachable");
  });

  it("marks what the caller bound as bound, not as a fault of the plan", () => {
    const late = problem({ windows: [{ fromSeconds: 0, toSeconds: 50 }] }, { frozenVisits: [0, 1] });
    const { violations } = checkSolution(late, { routes: plan, unassigned: [], costCents: 600 });
    expect(violations).toMatchObject([{ code: "time-window", visit: 1, bound: true }]);
  });
});
