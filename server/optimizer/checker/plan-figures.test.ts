import { describe, expect, it } from "vitest";
import { gridProblem } from "../testing/grid-problem";
import { planFigures } from "./plan-figures";

// A block is a kilometre and 100 seconds; visit i stands i + 1 blocks from the depot and takes 60 seconds.
const problem = gridProblem({
  visits: 4,
  vehicles: 3,
  visit: (i) => (i === 2 ? { priority: "critical" } : i === 3 ? { prizeCents: 700 } : {}),
  vehicle: () => ({ emissionGramsPerKm: 200, costPerHourCents: 3600 }),
});

describe("planFigures", () => {
  it("adds up what the routes take and cost", () => {
    const figures = planFigures(problem, {
      ...{ routes: [[0], [1, 2, 3], []], reloads: [], breaks: [] },
      ...{ unassigned: [], costCents: 0 },
    });
    expect(figures).toEqual({
      vehiclesUsed: 2,
      distanceMeters: 2000 + 8000,
      driveSeconds: 1000,
      workSeconds: 260 + 980,
      overtimeSeconds: 0,
      lateSeconds: 0,
      costCents: 10 * 100 + 1240,
      emissionGrams: 2000,
      workSpreadSeconds: 360,
      unassigned: { low: 0, normal: 0, high: 0, critical: 0 },
      optionalLeftOut: 0,
      lostPrizeCents: 0,
    });
  });

  it("counts who is left out by tier, and optional visits apart", () => {
    const unassigned = [{ visit: 1 }, { visit: 2 }, { visit: 3 }];
    const figures = planFigures(problem, { routes: [[0], [], []], reloads: [], breaks: [], unassigned, costCents: 0 });
    expect(figures).toMatchObject({
      unassigned: { low: 0, normal: 1, high: 0, critical: 1 },
      optionalLeftOut: 1,
      lostPrizeCents: 700,
    });
  });

  it("says how late bound visits are", () => {
    const late = gridProblem({
      visits: 1,
      vehicles: 1,
      visit: () => ({ windows: [{ fromSeconds: 0, toSeconds: 30 }] }),
      vehicle: () => ({ frozenVisits: [0] }),
    });
    const plan = { routes: [[0]], reloads: [], breaks: [], unassigned: [], costCents: 0 };
    expect(planFigures(late, plan).lateSeconds).toBe(70);
  });

  it("is all zero for a plan that does nothing", () => {
    const empty = gridProblem({ visits: 0, vehicles: 2 });
    const figures = planFigures(empty, { routes: [[], []], reloads: [], breaks: [], unassigned: [], costCents: 0 });
    expect(figures).toMatchObject({ vehiclesUsed: 0, costCents: 0, workSpreadSeconds: 0 });
  });
});
