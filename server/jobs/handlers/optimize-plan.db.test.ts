import { describe, expect, test } from "vitest";
import { draftBoard } from "@/server/domain/plan/draft-board";
import type { RoutingProblem, RoutingSolution } from "@/server/domain/plan/routing-problem";
import { solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import { commitOptimization } from "@/server/services/plan/commit-optimization";
import { discardOptimization } from "@/server/services/plan/discard-optimization";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { lockRoutes } from "@/server/services/plan/lock-routes";
import { lockStops } from "@/server/services/plan/lock-stops";
import { moveStops } from "@/server/services/plan/move-stops";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import { stopOptimization } from "@/server/services/plan/stop-optimization";
import { undoEdit } from "@/server/services/plan/undo-edit";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { type OptimizeDependencies, optimizePlan } from "./optimize-plan";

const spots = [1, 2, 3, 4].map((x) => ({ at: [x * 3, (x % 3) * 2] as const }));
const never = new AbortController().signal;

/** Puts visits on vehicles in turn; what comes last is left out when `leave` says so. */
function roundRobin(leave = 0) {
  const asked: RoutingProblem[] = [];
  const solve: OptimizeDependencies["solve"] = async (problem, _budget, { onProgress }) => {
    asked.push(problem);
    const free = problem.visits.map((_, visit) => visit).slice(0, problem.visits.length - leave);
    const routes = problem.vehicles.map((_, vehicle) =>
      free.filter((visit) => visit % problem.vehicles.length === vehicle),
    );
    onProgress?.({
      elapsedSeconds: 1,
      iterations: 9,
      costCents: 5,
      vehiclesUsed: 1,
      assignedVisits: free.length,
      unassignedVisits: leave,
    });
    return solutionOf(problem, routes);
  };
  return { solve, asked };
}

function solutionOf(problem: RoutingProblem, routes: number[][]): RoutingSolution {
  const served = new Set(routes.flat());
  const left = problem.visits.map((_, visit) => visit).filter((visit) => !served.has(visit));
  const unassigned = left.map((visit) => ({ visit, reasons: [{ rule: "shift" as const, vehicleCount: 2 }] }));
  const none = routes.map(() => []);
  const found = { routes, reloads: none, breaks: none, unassigned };
  return { ...found, costCents: 5, iterations: 9, elapsedSeconds: 1, stopReason: "iterations" };
}

function optimizerOf(s: PlanScenario) {
  const request = () => requestOptimization(s.context("dispatcher"), { planId: s.planId, maxSeconds: 1 });
  const run = (
    optimizationId: string,
    solve: OptimizeDependencies["solve"],
    signal = never,
    reportMilliseconds = 1000,
  ) => optimizePlan(s.tenant.systemContext(), { solve, reportMilliseconds }, { optimizationId }, signal);
  const look = () => getOptimization(s.context("viewer"), { planId: s.planId });
  const commit = (optimizationId: string, mutationId = s.mutationId()) =>
    commitOptimization(s.context("dispatcher"), { optimizationId, mutationId });
  const put = (visit: number, route: number) =>
    moveStops(s.context(), {
      planId: s.planId,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[visit]!],
      to: { kind: "position", routeId: s.routeIds[route]!, afterVisitId: null },
    });
  return { request, run, look, commit, put };
}

/** Resolves as soon as the solver was called; the search itself ends only when told to. */
function endlessSearch() {
  let started: () => void = () => {};
  const searching = new Promise<void>((resolve) => {
    started = resolve;
  });
  const solve: OptimizeDependencies["solve"] = (problem, _budget, { signal }) => {
    started();
    return new Promise((resolve) => {
      const end = () =>
        resolve(
          solutionOf(
            problem,
            problem.vehicles.map((_, vehicle) => (vehicle === 0 ? [0] : [])),
          ),
        );
      if (signal?.aborted) end();
      signal?.addEventListener("abort", end, { once: true });
    });
  };
  return { solve, searching };
}

describe("an optimization", () => {
  test("from request to draft to commit to undo", async () => {
    const s = await planScenario([
      ...spots,
      { at: null },
      { at: [2, 2], windows: [{ date: "2026-01-01", fromSeconds: 1, toSeconds: 2 }] },
      { at: [2, 3] },
    ]);
    await s.tenant.database
      .raw`update delivery set allowed_days = '{"weekdays": ["tuesday"]}' where id = ${s.deliveryIds[6]!}`;
    const { request, run, look, commit } = optimizerOf(s);
    expect(await look()).toBeNull();
    const { optimizationId } = await request();
    expect(s.tenant.jobs).toMatchObject([{ name: "optimize-plan", payload: { optimizationId } }]);
    expect(await request()).toMatchObject({ optimizationId, isJoined: true });
    await run(optimizationId, roundRobin(1).solve);
    const ready = (await look())!;
    expect(ready).toMatchObject({
      status: "ready",
      progress: { phase: "done", attempts: 1, assignedVisits: 3, curve: [[1, 5]] },
    });
    const preview = ready.preview!;
    expect(preview.diff.totals).toMatchObject({ before: { stops: 0 }, after: { stops: 3, routesUsed: 2 } });
    expect(preview.diff.totals.after.distanceMeters).toBeGreaterThan(0);
    const reasons = new Map(preview.draft.unassigned.map((each) => [each.visitId, each.reasons[0]!.rule]));
    expect(reasons.get(s.visitIds[4]!)).toBe("unlocated");
    expect([reasons.get(s.visitIds[5]!), reasons.get(s.visitIds[6]!)]).toEqual(["other-day", "other-day"]);
    expect([...reasons.values()].sort()).toEqual(["other-day", "other-day", "shift", "unlocated"]);
    expect(await s.sequences()).toEqual(["", ""]);

    const before = await s.board();
    const result = await commit(optimizationId);
    expect(result.patch.routes).toHaveLength(2);
    const after = await s.board();
    expect(after.routes.map((route) => route.schedule)).toEqual(
      draftBoard(before, preview.draft).routes.map((route) => route.schedule),
    );
    expect([...after.visits.values()].filter((visit) => visit.status === "scheduled")).toHaveLength(3);
    await expect(commit(optimizationId)).rejects.toMatchObject({ code: "refused", details: { reason: "not-ready" } });
    expect(await commit(optimizationId, result.mutationId)).toMatchObject({ isRepeated: true });
    await undoEdit(s.context("dispatcher"), { planId: s.planId, mutationId: s.mutationId() });
    expect(await s.sequences()).toEqual(["", ""]);
    expect([...(await s.board()).visits.values()].every((visit) => visit.status === "requested")).toBe(true);
  });

  test("of several strategies each gets a draft over the same travel times, and the one chosen is committed", async () => {
    const s = await planScenario(spots);
    const { run, look } = optimizerOf(s);
    const strategies = ["cheapest", "balanced", "fewest-vehicles"] as const;
    const { optimizationId } = await requestOptimization(s.context("dispatcher"), {
      planId: s.planId,
      strategies: [...strategies],
      maxSeconds: 3,
    });
    const { solve, asked } = roundRobin();
    const onFirst: OptimizeDependencies["solve"] = async (problem, budget, options) => {
      expect(budget.maxSeconds).toBe(1);
      const solution = await solve(problem, budget, options);
      if (problem.objective.goal === "cost") return solution;
      return solutionOf(problem, [problem.visits.map((_, visit) => visit), []]);
    };
    await run(optimizationId, onFirst);
    expect(asked.map(({ objective }) => [objective.goal, objective.balance?.by])).toEqual([
      ["cost", undefined],
      ["cost", "working-time"],
      ["fleet", undefined],
    ]);
    expect(new Set(asked.map((problem) => problem.matrices)).size).toBe(1);
    const ready = (await look())!;
    // With one vehicle it is cheaper too, so the cheapest plan is that one.
    expect(ready.alternatives.map(({ strategy, figures }) => [strategy, figures.routesUsed])).toEqual([
      ["cheapest", 1],
      ["balanced", 2],
      ["fewest-vehicles", 1],
    ]);
    expect(ready.preview!.draft.strategy).toBe("cheapest");
    const chosen = { planId: s.planId, strategy: "fewest-vehicles" } as const;
    const { preview } = (await getOptimization(s.context("viewer"), chosen))!;
    const figures = ready.alternatives[2]!.figures;
    expect(preview!.diff.totals.after).toMatchObject({ routesUsed: 1, costCents: figures.costCents });
    expect(figures.longestRouteSeconds).toBe(figures.shortestRouteSeconds);
    const unasked = { optimizationId, mutationId: s.mutationId(), strategy: "fastest" } as const;
    await expect(commitOptimization(s.context("dispatcher"), unasked)).rejects.toMatchObject({ code: "refused" });
    await commitOptimization(s.context("dispatcher"), { ...unasked, strategy: "fewest-vehicles" });
    expect((await s.sequences()).filter((sequence) => sequence !== "")).toHaveLength(1);
  });

  test("from empty routes the search is told nothing of the plan; drivers are kept where that is asked", async () => {
    const s = await planScenario(spots);
    const { request, run, commit } = optimizerOf(s);
    const first = await request();
    await run(first.optimizationId, roundRobin().solve);
    await commit(first.optimizationId);
    const ask = async (wishes: Partial<Parameters<typeof requestOptimization>[1]>) => {
      const { optimizationId } = await requestOptimization(s.context("dispatcher"), { planId: s.planId, ...wishes });
      const { solve, asked } = roundRobin();
      await run(optimizationId, solve);
      return asked[0]!;
    };
    const current = await ask({ clustering: 0.3 });
    expect(current.initialRoutes.map((route) => route.length)).toEqual([2, 2]);
    expect(current.objective).toEqual({ goal: "cost", clustering: 0.3 });
    const empty = await ask({ startFrom: "empty", balance: { by: "visits", forced: true, factor: 1 } });
    expect(empty.initialRoutes).toEqual([]);
    expect(empty.objective.balance).toEqual({ by: "visits", forced: true, factor: 1 });
    expect(empty.visits.every((visit) => visit.allowedVehicles === undefined)).toBe(true);
    const kept = await ask({ keepDrivers: true });
    expect(kept.visits.map((visit) => visit.allowedVehicles).sort()).toEqual([[0], [0], [1], [1]]);
  });

  test("undo of a commit goes through again after later edits were undone, and not while they stand", async () => {
    const s = await planScenario(spots);
    const { request, run, commit } = optimizerOf(s);
    const { optimizationId } = await request();
    await run(optimizationId, roundRobin().solve);
    await commit(optimizationId);
    const committed = await s.sequences();
    const me = s.context("dispatcher");
    const colleague = { ...me, actor: { ...me.actor, id: s.tenant.newId() } };
    const moveFirst = { planId: s.planId, visitIds: [s.visitIds[0]!], to: { kind: "pool" as const } };
    await moveStops(colleague, { ...moveFirst, mutationId: s.mutationId() });
    const undo = (context: typeof me) => undoEdit(context, { planId: s.planId, mutationId: s.mutationId() });
    await expect(undo(me)).rejects.toMatchObject({ code: "stale", details: { reason: "changed-since" } });
    await undo(colleague);
    expect(await s.sequences()).toEqual(committed);
    await undo(me);
    expect(await s.sequences()).toEqual(["", ""]);
  });

  test("leaves locked routes and what is locked to them out of the question", async () => {
    const s = await planScenario([...spots, { at: [1, 1], pickupAt: [2, 1] }], { drivers: 3 });
    const { request, run, put } = optimizerOf(s);
    await put(0, 0);
    await put(1, 1);
    await put(2, 1);
    const lock = { planId: s.planId, mutationId: s.mutationId() };
    await lockStops(s.context(), { ...lock, visitIds: [s.visitIds[2]!], lockedToPosition: true });
    await lockStops(s.context(), {
      ...lock,
      mutationId: s.mutationId(),
      visitIds: [s.visitIds[1]!],
      lockedToDriver: true,
    });
    await s.tenant.database.raw`update route set locked = true where id = ${s.routeIds[0]!}`;
    const { solve, asked } = roundRobin();
    await run((await request()).optimizationId, solve);
    const [problem] = asked;
    const ids = problem!.visits.map((visit) => visit.id);
    const at = (visit: number) => ids.indexOf(s.visitIds[visit]!);
    expect(ids).not.toContain(s.visitIds[0]);
    expect(problem!.vehicles).toHaveLength(2);
    expect(problem!.vehicles.map((vehicle) => vehicle.frozenVisits)).toEqual([[at(2)], []]);
    expect(problem!.initialRoutes).toEqual([[at(2), at(1)], []]);
    expect(problem!.visits.map((visit) => visit.allowedVehicles)).toEqual(
      ids.map((_, i) => ([at(1), at(2)].includes(i) ? [0] : undefined)),
    );
    const pickup = ids.indexOf(s.pickupIds[4]!);
    expect(problem!.visits[pickup]!.pairedDropoff).toBe(at(4));
    expect(problem!.matrices[0]!.size).toBe(1 + 5);
    expect(problem!.vehicles[0]).toMatchObject({
      shift: { fromSeconds: 28_800, toSeconds: 64_800 },
      startLocation: 0,
      endLocation: 0,
    });
  });

  test("a stop locked to a place in the middle keeps it while others come and go before it", async () => {
    const s = await planScenario(spots);
    const { request, run, commit, put } = optimizerOf(s);
    for (const visit of [2, 1, 0]) await put(visit, 0);
    const lock = { planId: s.planId, mutationId: s.mutationId(), visitIds: [s.visitIds[1]!] };
    await lockStops(s.context(), { ...lock, lockedToPosition: true });
    const asked: RoutingProblem[] = [];
    const { optimizationId } = await request();
    await run(optimizationId, (problem, budget, options) => {
      asked.push(problem);
      return solveRoutingProblem(problem, { ...budget, maxIterations: 300, threads: 1 }, options);
    });
    const visit = asked[0]!.visits.findIndex(({ id }) => id === s.visitIds[1]);
    expect(asked[0]!.vehicles[0]).toMatchObject({ frozenVisits: [], placedVisits: [{ visit, place: 2 }] });
    await commit(optimizationId);
    const { routes } = await s.board();
    expect(routes[0]!.stops[1]!.visitId).toBe(s.visitIds[1]);
  });

  test("the frozen front of a route and a stop's locked time are kept by the optimizer", async () => {
    const s = await planScenario(spots);
    const { request, run, commit, put } = optimizerOf(s);
    for (const visit of [2, 1, 0, 3]) await put(visit, 0);
    const lock = { planId: s.planId, mutationId: s.mutationId() };
    await lockRoutes(s.context(), { ...lock, routeIds: [s.routeIds[0]!], frozenStops: 2 });
    const last = (await s.board()).routes[0]!.schedule.stops[3]!;
    const ofTime = { ...lock, mutationId: s.mutationId(), visitIds: [last.visitId], lockedToTime: true };
    await lockStops(s.context(), ofTime);
    const front = (await s.board()).routes[0]!.stops.slice(0, 2).map((stop) => stop.visitId);
    const { optimizationId } = await request();
    await run(optimizationId, (problem, budget, options) =>
      solveRoutingProblem(problem, { ...budget, maxIterations: 300, threads: 1 }, options),
    );
    await commit(optimizationId);
    const { routes } = await s.board();
    expect(routes[0]!.stops.slice(0, 2).map((stop) => stop.visitId)).toEqual(front);
    const timed = routes.flatMap((route) => route.schedule.stops).find((stop) => stop.visitId === last.visitId)!;
    expect(timed.startSeconds).toBeGreaterThanOrEqual(last.startSeconds);
    expect(timed.breaks).toEqual([]);
  });

  test("a commit leaves what people moved meanwhile where they put it, and says what and who", async () => {
    const s = await planScenario(spots);
    const { request, run, look, commit, put } = optimizerOf(s);
    const { optimizationId } = await request();
    await run(optimizationId, roundRobin().solve);
    const draft = (await look())!.preview!.draft.routes;
    const index = draft[0]!.visitIds.length > 0 ? 0 : 1;
    const visit = s.visitIds.indexOf(draft[index]!.visitIds[0]!);
    await put(visit, 1 - index);
    const preview = (await look())!.preview!;
    expect(preview.movedSince).toEqual([s.visitIds[visit]]);
    const result = await commit(optimizationId);
    expect(result.kept).toEqual({
      stops: [{ visitId: s.visitIds[visit], routeNumber: 2 - index, changedBy: "Tess Tester" }],
      routeNumbers: [],
    });
    const after = await s.sequences();
    expect(after[1 - index]!.split(" ")).toContain(String(visit));
    expect(after[index]!.split(" ")).not.toContain(String(visit));
    expect(after.join(" ").split(" ").filter(Boolean).sort()).toEqual(["0", "1", "2", "3"]);
  });

  test("a route locked meanwhile stays as it is", async () => {
    const s = await planScenario(spots);
    const { request, run, commit, put } = optimizerOf(s);
    await put(0, 1);
    const { optimizationId } = await request();
    await run(optimizationId, roundRobin().solve);
    const lock = { planId: s.planId, mutationId: s.mutationId(), routeIds: [s.routeIds[1]!], locked: true };
    await lockRoutes(s.context(), lock);
    expect((await commit(optimizationId)).kept).toEqual({ stops: [], routeNumbers: [2] });
    expect((await s.sequences())[1]).toBe("0");
  });

  test("a commit and a move at once: both orders end in one consistent day", async () => {
    for (let round = 0; round < 4; round++) {
      const s = await planScenario(spots);
      const { request, run, commit, put } = optimizerOf(s);
      const { optimizationId } = await request();
      await run(optimizationId, roundRobin().solve);
      const both = await Promise.allSettled([commit(optimizationId), put(0, 1)]);
      expect(both.map((each) => each.status)).toEqual(["fulfilled", "fulfilled"]);
      const day = (await s.sequences()).join(" ").split(" ").filter(Boolean).sort();
      expect(day).toEqual(["0", "1", "2", "3"]);
      expect((await s.sequences())[1]!.split(" ")).toContain("0");
    }
  });

  test("orders cancelled, or planned elsewhere, since are left out of the commit", async () => {
    const s = await planScenario(spots);
    const { request, run, commit } = optimizerOf(s);
    const { optimizationId } = await request();
    await run(optimizationId, roundRobin().solve);
    await s.tenant.database.raw`update delivery set status = 'cancelled' where id = ${s.deliveryIds[1]!}`;
    await commit(optimizationId);
    expect((await s.sequences()).join(" ").split(" ").sort()).toEqual(["0", "2", "3"]);
    expect(s.tenant.jobs.map((job) => job.name)).toContain("measure-routes");
  });

  test("two requests at the same moment are one run", async () => {
    const s = await planScenario(spots);
    const { request } = optimizerOf(s);
    const answers = await Promise.all([request(), request(), request()]);
    expect(new Set(answers.map(({ optimizationId }) => optimizationId)).size).toBe(1);
    expect(answers.map(({ isJoined }) => isJoined).sort()).toEqual([false, true, true]);
    expect(s.tenant.jobs.filter(({ name }) => name === "optimize-plan")).toHaveLength(1);
  });

  test("stop keeps the best so far", async () => {
    const s = await planScenario(spots);
    const { request, run, look } = optimizerOf(s);
    const { optimizationId } = await request();
    const { solve, searching } = endlessSearch();
    const running = run(optimizationId, solve, never, 5);
    await searching;
    expect(await look()).toMatchObject({ status: "running", isStopping: false, preview: null });
    await stopOptimization(s.context(), { optimizationId });
    await running;
    expect((await look())!.preview!.diff.totals.after.stops).toBe(1);
  });

  test("discarded while it runs, it ends without a trace; so does a job that comes too late", async () => {
    const s = await planScenario(spots);
    const { request, run, look } = optimizerOf(s);
    const { optimizationId } = await request();
    const { solve, searching } = endlessSearch();
    const running = run(optimizationId, solve, never, 5);
    await searching;
    await discardOptimization(s.context(), { optimizationId });
    await running;
    expect(await look()).toMatchObject({ status: "discarded", preview: null });
    const { solve: unused, asked } = roundRobin();
    await run(optimizationId, unused);
    await run(s.tenant.newId(), unused);
    expect(asked).toEqual([]);
    const [row] = await s.tenant.database.raw`select drafts from optimization where id = ${optimizationId}`;
    expect(row!.drafts).toBeNull();
  });

  test("killed in the middle, it begins anew; after three deaths it says so and the next may run", async () => {
    const s = await planScenario(spots);
    const { request, run, look } = optimizerOf(s);
    const { optimizationId } = await request();
    const killed = new AbortController();
    const { solve, searching } = endlessSearch();
    const running = run(optimizationId, solve, killed.signal);
    await searching;
    killed.abort(new Error("the process ends"));
    await expect(running).rejects.toThrow("the process ends");
    expect(await look()).toMatchObject({ status: "running", preview: null });
    const crash = () => Promise.reject(new Error("out of memory"));
    await expect(run(optimizationId, crash)).rejects.toThrow("out of memory");
    await run(optimizationId, crash);
    const failed = await look();
    expect(failed).toMatchObject({ status: "failed", progress: { attempts: 3 } });
    expect(failed!.failure).toMatch(/The plan is as it was/);
    expect(failed!.failure).not.toMatch(/memory/);
    const next = await request();
    expect(next.isJoined).toBe(false);
    await run(next.optimizationId, roundRobin().solve);
    expect(await look()).toMatchObject({ id: next.optimizationId, status: "ready" });
  });

  test("a run that nobody has heard of for minutes makes way", async () => {
    const s = await planScenario(spots);
    const { request, look } = optimizerOf(s);
    const { optimizationId } = await request();
    await s.tenant.database
      .raw`update optimization set status = 'running', heartbeat_at = now() - interval '10 minutes' where id = ${optimizationId}`;
    expect(await look()).toMatchObject({ isStalled: true });
    expect(await request()).toMatchObject({ isJoined: false });
  });

  test("refuses without drivers, and for viewers", async () => {
    const s = await planScenario(spots, { drivers: 0 });
    const { request, commit } = optimizerOf(s);
    await expect(request()).rejects.toMatchObject({ code: "refused", details: { reason: "no-drivers" } });
    await expect(requestOptimization(s.context("viewer"), { planId: s.planId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(commit(s.tenant.newId())).rejects.toMatchObject({ code: "not-found" });
  });
});
