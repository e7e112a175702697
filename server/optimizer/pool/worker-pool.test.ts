import { describe, expect, it } from "vitest";
import { gridProblem } from "../testing/grid-problem";
import { prewarmWorkers, runInWorker } from "./worker-pool";

const request = (matrices: number) => {
  const problem = gridProblem({ visits: 5, vehicles: 1 });
  return {
    problem: { ...problem, matrices: problem.matrices.slice(0, matrices) },
    budget: { seed: 1, maxIterations: 50 },
    stopFlag: new Int32Array(new SharedArrayBuffer(4)),
    clock: "wall" as const,
    askedAtSeconds: 0,
  };
};

describe("runInWorker", () => {
  it("rejects with what the thread died of, and serves the next request", async () => {
    await expect(runInWorker(request(0), () => {})).rejects.toThrow(/undefined/);
    await expect(runInWorker(request(1), () => {})).resolves.toMatchObject({ kind: "solved" });
  });

  it("answers from threads started ahead", async () => {
    prewarmWorkers(2);
    const replies = await Promise.all([1, 1].map((matrices) => runInWorker(request(matrices), () => {})));
    expect(replies.map((reply) => reply.solution.unassigned)).toEqual([[], []]);
  });

  it("runs several requests at once", async () => {
    const replies = await Promise.all([1, 1, 1].map((matrices) => runInWorker(request(matrices), () => {})));
    expect(new Set(replies.map((reply) => reply.solution.costCents)).size).toBe(1);
  });
});
