import { expect, test } from "vitest";
import { InvalidRoutingProblemError } from "@/server/domain/plan/problem-fault";
import type { RoutingProblem, RoutingSolution } from "@/server/domain/plan/routing-problem";
import { readDray } from "@/server/optimizer/formats/dray/read-dray";
import { solveRoutingProblem, UnsoundSolutionError } from "@/server/optimizer/pool/solve-routing-problem";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { planScenario } from "@/server/testing/plan-scenario";
import type { Reproduction } from "./keep-reproduction";
import { type OptimizeDependencies, optimizePlan } from "./optimize-plan";

const spots = [1, 2, 3, 4].map((x) => ({ at: [x * 3, x] as const }));
const never = new AbortController().signal;

/** An optimizer gone wrong: everything on the first van, out of its hours, and the checker says so. */
const solveWrongly: OptimizeDependencies["solve"] = async (problem) => {
  const [first, ...others] = problem.vehicles.map(() => [] as number[]);
  first!.push(...problem.visits.keys());
  const solution: RoutingSolution = {
    routes: [first!, ...others],
    reloads: problem.vehicles.map(() => []),
    breaks: problem.vehicles.map(() => []),
    unassigned: [],
    costCents: 1,
    iterations: 1,
    elapsedSeconds: 1,
    stopReason: "iterations",
  };
  const shift = { code: "shift", cause: "ends 100 s after the shift", vehicle: 0 } as never;
  throw new UnsoundSolutionError([shift], problem, solution);
};

async function requested() {
  const blobs = memoryBlobStore();
  const s = await planScenario(spots, { ports: { blobs } });
  const { optimizationId } = await requestOptimization(s.context(), { planId: s.planId, maxSeconds: 1 });
  const run = (dependencies: OptimizeDependencies) =>
    optimizePlan(s.tenant.systemContext(), dependencies, { optimizationId }, never);
  const look = () => getOptimization(s.context(), { planId: s.planId });
  return { s, blobs, optimizationId, run, look };
}

test("an answer that breaks a rule is no plan: the run fails at once, and the case is kept", async () => {
  const { s, blobs, optimizationId, run, look } = await requested();
  const told: [string, Reproduction][] = [];
  await run({ solve: solveWrongly, onUnsound: (error, kept) => told.push([error.message, kept]) });
  const failed = await look();
  expect(failed).toMatchObject({ status: "failed", progress: { attempts: 1 }, preview: null });
  expect(failed!.failure).toContain(optimizationId);
  expect(await s.sequences()).toEqual(["", ""]);

  const [[message, { problemKey, refusalKey }]] = told as [[string, Reproduction]];
  expect(message).toContain("ends 100 s after the shift");
  expect([problemKey, refusalKey].every((key) => key.startsWith(`${s.tenant.organizationId}/`))).toBe(true);
  expect([...blobs.blobs.keys()].sort()).toEqual([problemKey, refusalKey].sort());
  const refusal = JSON.parse(Buffer.from(blobs.blobs.get(refusalKey)!).toString());
  expect(refusal.violations[0].code).toBe("shift");
  expect(refusal.solution.routes[0]).toHaveLength(4);
});

test("what was kept is the whole question: it can be asked again from the command line", async () => {
  const { blobs, run } = await requested();
  let asked: RoutingProblem | undefined;
  await run({
    solve: (problem, budget, options) => {
      asked = problem;
      return solveWrongly(problem, budget, options);
    },
  });
  const [bytes] = [...blobs.blobs].flatMap(([key, value]) => (key.endsWith("problem.json") ? [value] : []));
  const kept = readDray(Buffer.from(bytes!).toString());
  expect(plain(kept.problem)).toEqual(plain(asked!));
  const again = await solveRoutingProblem(kept.problem, { seed: 1, maxIterations: 200, threads: 1 });
  expect(again.unassigned).toEqual([]);
});

/** Without what a matrix carries for people: where its figures are from. */
function plain({ matrices, ...rest }: RoutingProblem): RoutingProblem {
  const figures = matrices.map(({ size, durationSeconds, distanceMeters }) => ({
    size,
    durationSeconds,
    distanceMeters,
  }));
  return JSON.parse(JSON.stringify({ ...rest, matrices: figures }));
}

test("a day that makes no sense as a question fails at once, saying where", async () => {
  const { run, look } = await requested();
  const faults = [
    { code: "unknown-index", path: "visits[3].location", cause: "is 9, not one of 5", action: "give another" },
  ];
  await run({ solve: () => Promise.reject(new InvalidRoutingProblemError(faults)) });
  const failed = await look();
  expect(failed).toMatchObject({ status: "failed", progress: { attempts: 1 } });
  expect(failed!.failure).toContain("visits[3].location is 9, not one of 5");
});
