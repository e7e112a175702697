import { describe, expect, it } from "vitest";
import { solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import { gridProblem } from "@/server/optimizer/testing/grid-problem";
import { OPTIMIZATION_STRATEGIES, withStrategy } from "./optimization-strategies";

/** A cheap slow van and a dear quick one: money and hours disagree. */
function slowAndQuick() {
  const problem = gridProblem({
    visits: 12,
    vehicles: 2,
    vehicle: (k) => ({ profile: k, costPerKmCents: k === 0 ? 10 : 500, costPerHourCents: 1000, fixedCostCents: 2000 }),
  });
  const [slow] = problem.matrices;
  const quick = { ...slow!, durationSeconds: slow!.durationSeconds.map((seconds) => seconds >> 2) };
  return { ...problem, matrices: [slow!, quick] };
}

async function driven(strategy: (typeof OPTIMIZATION_STRATEGIES)[number]) {
  const problem = slowAndQuick();
  const { routes } = await solveRoutingProblem(withStrategy(problem, strategy), {
    seed: 1,
    maxIterations: 2000,
    threads: 1,
  });
  return routes.map((route) => route.length);
}

describe("withStrategy", () => {
  it("keeps the question but for what counts", () => {
    const problem = slowAndQuick();
    for (const strategy of OPTIMIZATION_STRATEGIES) {
      const asked = withStrategy(problem, strategy);
      expect(asked.visits).toBe(problem.visits);
      expect(asked.matrices).toBe(problem.matrices);
      expect(asked.vehicles.map((vehicle) => vehicle.capacity)).toEqual(problem.vehicles.map((v) => v.capacity));
    }
    expect(withStrategy(problem, "fewest-vehicles").objective.goal).toBe("fleet");
  });

  it("sends the cheap van to save money and the quick one to save hours", async () => {
    expect(await driven("cheapest")).toEqual([12, 0]);
    expect((await driven("fastest"))[1]).toBeGreaterThan(6);
  });

  it("lets a prize buy as many hours as it pays for, be it the fastest plan", async () => {
    // 36 km/h at 100 cents per kilometre: an hour is 3600 cents, so each prize is worth far more than its minutes.
    const problem = gridProblem({ visits: 4, vehicles: 1, visit: (i) => (i > 1 ? { prizeCents: 1000 } : {}) });
    const fastest = withStrategy(problem, "fastest");
    expect(fastest.visits.map((visit) => visit.prizeCents)).toEqual([undefined, undefined, 27_778, 27_778]);
    const { unassigned } = await solveRoutingProblem(fastest, { seed: 1, maxIterations: 500, threads: 1 });
    expect(unassigned).toEqual([]);
  });

  it("keeps a balance that was asked for, with its own weight", () => {
    const balance = { by: "visits", forced: true, factor: 1 } as const;
    const problem = { ...slowAndQuick(), objective: { goal: "fleet", balance } as const };
    expect(withStrategy(problem, "balanced").objective.balance).toBe(balance);
  });
});
