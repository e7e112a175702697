import { describe, expect, test } from "vitest";
import { solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import { listMessages } from "@/server/services/message/list-messages";
import { commitOptimization } from "@/server/services/plan/commit-optimization";
import { dispatchRoutes } from "@/server/services/plan/dispatch-routes";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { moveStops } from "@/server/services/plan/move-stops";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import { planScenario } from "@/server/testing/plan-scenario";
import { optimizePlan } from "./optimize-plan";

const never = new AbortController().signal;
/** Along a line, planned there and back on purpose: 0 2 1 3 and 4 6 5, the last one unplanned. */
const line = [1, 2, 3, 4, 5, 6, 7, 8].map((x) => ({ at: [x * 3, 1] as const }));

async function crossedDay() {
  const s = await planScenario(line, { drivers: 3 });
  const put = async (visits: readonly number[], route: number) => {
    for (const visit of visits.toReversed()) {
      await moveStops(s.context(), {
        planId: s.planId,
        mutationId: s.mutationId(),
        visitIds: [s.visitIds[visit]!],
        to: { kind: "position", routeId: s.routeIds[route]!, afterVisitId: null },
      });
    }
  };
  await put([2, 0, 3, 1], 0);
  await put([5, 4, 6], 1);
  const ask = (scope: NonNullable<Parameters<typeof requestOptimization>[1]["scope"]>, context = s.context()) =>
    requestOptimization(context, { planId: s.planId, scope, maxSeconds: 60, maxIterations: 300 });
  const draft = async (scope: Parameters<typeof ask>[0]) => {
    const { optimizationId } = await ask(scope);
    await optimizePlan(s.tenant.systemContext(), { solve: solveRoutingProblem }, { optimizationId }, never);
    return { optimizationId, run: await getOptimization(s.context(), { planId: s.planId }) };
  };
  const commit = async (optimizationId: string, confirmed: { routeId: string; version: number }[] = []) =>
    commitOptimization(s.context(), { optimizationId, mutationId: s.mutationId(), confirmed });
  return { s, ask, draft, commit };
}

describe("an optimization with a scope", () => {
  test("of one route puts its stops in order and leaves everything else exactly as it is", async () => {
    const { s, draft, commit } = await crossedDay();
    const { optimizationId, run } = await draft({ kind: "routes", routeIds: [s.routeIds[0]!] });
    const changed = run!.preview!.diff.routes.filter((route) => route.isChanged);
    expect(changed.map((route) => [route.number, route.isReordered])).toEqual([[1, true]]);
    expect(await s.sequences()).toEqual(["2 0 3 1", "5 4 6", ""]);
    await commit(optimizationId);
    const [first, ...rest] = await s.sequences();
    expect(["0 1 2 3", "3 2 1 0"]).toContain(first);
    expect(rest).toEqual(["5 4 6", ""]);
  });

  test("of selected stops deals out only these, among the routes that carry them", async () => {
    const { s, draft, commit } = await crossedDay();
    const { optimizationId } = await draft({ kind: "stops", visitIds: [s.visitIds[3]!, s.visitIds[4]!] });
    await commit(optimizationId);
    const routes = (await s.sequences()).map((sequence) => sequence.split(" ").filter(Boolean));
    for (const [visit, route] of [
      ["0", 0],
      ["1", 0],
      ["2", 0],
      ["5", 1],
      ["6", 1],
    ] as const) {
      expect(routes[route]).toContain(visit);
    }
    expect(routes[2]).toEqual([]);
    expect((await s.board()).pool).toEqual([s.visitIds[7]]);
  });

  test("of a sent route must be named, looked at, and tells its driver", async () => {
    const { s, ask, draft, commit } = await crossedDay();
    const routes = (await s.seenRoutes()).slice(0, 1);
    await dispatchRoutes(s.context(), { planId: s.planId, mutationId: s.mutationId(), routes });
    await expect(ask({ kind: "routes", routeIds: [s.tenant.newId()] })).rejects.toMatchObject({
      details: { reason: "route-not-found" },
    });
    const { optimizationId } = await draft({ kind: "routes", routeIds: [s.routeIds[0]!] });
    await expect(commit(optimizationId)).rejects.toMatchObject({ details: { reason: "needs-confirmation" } });
    await commit(optimizationId, await s.seenRoutes());
    const told = (await listMessages(s.context(), {})).filter(({ purpose }) => purpose === "route-changed");
    expect(told.map(({ channel }) => channel).sort()).toEqual(["email", "sms"]);
    expect(told.every(({ body }) => /order/.test(body))).toBe(true);
  });

  test("refuses strangers, what is locked, and another part while one is at work; the same again joins", async () => {
    const { s, ask } = await crossedDay();
    const other = await planScenario(line.slice(0, 1));
    await expect(ask({ kind: "stops", visitIds: [other.visitIds[0]!] })).rejects.toMatchObject({
      code: "refused",
      details: { reason: "visit-not-found" },
    });
    await expect(ask({ kind: "routes", routeIds: [] })).rejects.toMatchObject({ code: "invalid" });
    await s.tenant.database.raw`update route set locked = true where id = ${s.routeIds[1]!}`;
    await expect(ask({ kind: "routes", routeIds: [s.routeIds[1]!] })).rejects.toMatchObject({
      details: { reason: "all-locked" },
    });
    const scope = { kind: "routes" as const, routeIds: [s.routeIds[0]!] };
    const first = await ask(scope);
    expect(await ask(scope)).toEqual({ ...first, isJoined: true });
    await expect(ask({ kind: "stops", visitIds: [s.visitIds[0]!] })).rejects.toMatchObject({
      details: { reason: "optimizer-busy" },
    });
  });
});
