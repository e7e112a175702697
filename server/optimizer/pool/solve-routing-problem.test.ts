import { describe, expect, it } from "vitest";
import { InvalidRoutingProblemError } from "@/server/domain/plan/problem-fault";
import type { RoutingProgress } from "@/server/domain/plan/routing-problem";
import { gridProblem } from "../testing/grid-problem";
import { solveRoutingProblem } from "./solve-routing-problem";

describe("solveRoutingProblem", () => {
  it("serves everyone, and says the same for the same seed and iterations on one thread", async () => {
    const problem = gridProblem({ visits: 40, vehicles: 4 });
    const budget = { seed: 7, maxIterations: 2000, threads: 1 };
    const first = await solveRoutingProblem(problem, budget);
    const second = await solveRoutingProblem(problem, budget);
    expect(first.unassigned).toEqual([]);
    expect(first.stopReason).toBe("iterations");
    expect({ ...second, elapsedSeconds: 0 }).toEqual({ ...first, elapsedSeconds: 0 });
  });

  it("stops with the best so far when told to, and had reported progress", async () => {
    const abort = new AbortController();
    const progress: RoutingProgress[] = [];
    const solution = await solveRoutingProblem(
      gridProblem({ visits: 60, vehicles: 5 }),
      { seed: 1, maxSeconds: 600, threads: 2 },
      {
        signal: abort.signal,
        onProgress: (each) => {
          progress.push(each);
          abort.abort();
        },
      },
    );
    expect(solution.stopReason).toBe("stopped");
    expect(solution.routes.flat()).toHaveLength(60);
    expect(progress[0]?.assignedVisits).toBe(60);
  });

  it("answers at once when the signal was already given", async () => {
    const signal = AbortSignal.abort();
    const solution = await solveRoutingProblem(gridProblem({ visits: 20, vehicles: 2 }), { seed: 1 }, { signal });
    expect(solution.stopReason).toBe("stopped");
    expect(solution.routes.flat()).toHaveLength(20);
  });

  it("has nothing to plan without vehicles, and says why", async () => {
    const solution = await solveRoutingProblem(gridProblem({ visits: 3, vehicles: 0 }), { seed: 1, maxIterations: 10 });
    expect(solution.stopReason).toBe("trivial");
    expect(solution.unassigned.map(({ reasons }) => reasons[0]?.rule)).toEqual([
      "no-vehicle",
      "no-vehicle",
      "no-vehicle",
    ]);
  });

  it("names every fault of a problem that makes no sense", async () => {
    const problem = gridProblem({ visits: 3, vehicles: 1 });
    const broken = {
      ...problem,
      visits: problem.visits.map((visit) => ({ ...visit, location: 99, serviceSeconds: Number.NaN })),
    };
    const refusal = await solveRoutingProblem(broken, { seed: 1 }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidRoutingProblemError);
    expect((refusal as InvalidRoutingProblemError).faults).toHaveLength(6);
  });
});
