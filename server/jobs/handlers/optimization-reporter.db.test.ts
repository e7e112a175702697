import { expect, test } from "vitest";
import { estimateTravel } from "@/server/adapters/travel/estimate-travel";
import type { OptimizationProgress } from "@/server/domain/plan/optimization-run";
import { solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import type { TravelPort } from "@/server/ports/travel";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import { stopOptimization } from "@/server/services/plan/stop-optimization";
import { planScenario } from "@/server/testing/plan-scenario";
import { type OptimizeDependencies, optimizePlan } from "./optimize-plan";

const never = new AbortController().signal;
const spots = Array.from({ length: 40 }, (_, i) => ({ at: [(i % 8) * 3 + 1, Math.floor(i / 8) * 4 + 1] as const }));

/** A search that nothing but a stop ends soon. */
const solveLong: OptimizeDependencies["solve"] = (problem, { seed }, options) =>
  solveRoutingProblem(problem, { seed, maxSeconds: 600, threads: 1 }, options);

async function started(travel: TravelPort = estimateTravel, solve = solveLong) {
  const s = await planScenario(spots, { drivers: 4, maxStops: 10, ports: { travel } });
  const { optimizationId } = await requestOptimization(s.context(), { planId: s.planId, maxSeconds: 600 });
  const end = optimizePlan(s.tenant.systemContext(), { solve }, { optimizationId }, never);
  const look = async () => (await getOptimization(s.context(), { planId: s.planId }))!;
  const stop = () => stopOptimization(s.context(), { optimizationId });
  return { end, look, stop };
}

test("a real search tells again and again what it has found, and ends when stopped", async () => {
  const { end, look, stop } = await started();
  await expect.poll(async () => (await look()).progress.phase).toBe("search");
  const seen: OptimizationProgress[] = [];
  while (seen.length < 6) {
    const { progress } = await look();
    if (progress.iterations === seen.at(-1)?.iterations || progress.iterations === 0) continue;
    seen.push(progress);
  }
  const elapsed = seen.map(({ elapsedSeconds }) => elapsedSeconds);
  expect(elapsed).toEqual([...elapsed].sort((a, b) => a - b));
  expect(seen.at(-1)).toMatchObject({ assignedVisits: 40, unassignedVisits: 0 });
  expect(seen.at(-1)!.curve.length).toBeGreaterThan(0);

  await stop();
  await end;
  const { status, preview } = await look();
  expect(status).toBe("ready");
  expect(preview!.draft.stopReason).toBe("stopped");
  expect(preview!.diff.totals.after.stops).toBe(40);
});

test("a stop while travel times are measured makes do with estimates and the first routes", async () => {
  let measuring: () => void = () => {};
  const isMeasuring = new Promise<void>((resolve) => {
    measuring = resolve;
  });
  const slowRoads: TravelPort = {
    legs: estimateTravel.legs,
    matrix: async (positions, profile, { enough, ...options } = {}) => {
      measuring();
      await new Promise((resolve) => enough!.addEventListener("abort", resolve, { once: true }));
      return estimateTravel.matrix(positions, profile, options);
    },
  };
  const { end, look, stop } = await started(slowRoads);
  await isMeasuring;
  expect((await look()).progress.phase).toBe("travel");
  await stop();
  await end;
  expect((await look()).preview!.diff.totals.after.stops).toBeGreaterThan(0);
});

test("whoever stops does not wait for the ways of forty routes: they are measured after the commit", async () => {
  let legCalls = 0;
  const slowLegs: TravelPort = {
    matrix: estimateTravel.matrix,
    legs: async (positions, profile, options) => {
      legCalls++;
      await new Promise((resolve) => setTimeout(resolve, 400));
      return estimateTravel.legs(positions, profile, options);
    },
  };
  const { end, look, stop } = await started(slowLegs, async (problem, budget, options) => {
    await new Promise((resolve) => options.signal!.addEventListener("abort", resolve, { once: true }));
    return solveRoutingProblem(problem, { ...budget, maxIterations: 500, threads: 1 }, {});
  });
  await expect.poll(async () => (await look()).progress.phase).toBe("search");
  await stop();
  await end;
  const { draft } = (await look()).preview!;
  expect(draft.isUndrawn).toBe(true);
  expect(legCalls).toBeLessThan(draft.routes.filter((route) => route.visitIds.length > 0).length);
  expect(draft.routes.every((route) => route.visitIds.length === 0 || route.legs.length > 0)).toBe(true);
});
