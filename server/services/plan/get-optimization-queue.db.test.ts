import { expect, test } from "vitest";
import { NO_PROGRESS } from "@/server/domain/plan/optimization-run";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import { type PlanScenario, planScenario } from "@/server/testing/plan-scenario";
import { getOptimizationQueue } from "./get-optimization-queue";
import { openPlan } from "./open-plan";
import { requestOptimization } from "./request-optimization";

/** A run that is over, with the time it took. */
async function insertRun(s: PlanScenario, strategies: OptimizationStrategy[], elapsedSeconds: number, phase = "done") {
  const { database, organizationId, newId } = s.tenant;
  const status = phase === "done" ? "committed" : "failed";
  await database.raw`insert into optimization (organization_id, id, plan_id, status, request, progress, heartbeat_at,
      created_at, updated_at)
    values (${organizationId}, ${newId()}, ${s.planId}, ${status},
      ${database.raw.json({ strategies, maxSeconds: 60, seed: 1 })},
      ${database.raw.json({ ...NO_PROGRESS, phase, elapsedSeconds } as never)}, now(), now(), now())`;
}

const look = (s: PlanScenario, planId = s.planId) => getOptimizationQueue(s.context("viewer"), { planId });

test("an organization that never optimized has an empty queue and nothing to compare with", async () => {
  const s = await planScenario([{ at: [1, 1] }]);
  expect(await look(s)).toEqual({ running: 0, waiting: 0, ahead: null, recent: [] });
});

test("counts what runs and waits, and who is before this plan", async () => {
  const s = await planScenario([{ at: [1, 1] }]);
  const [sql, context] = [s.tenant.database.raw, s.context("dispatcher")];
  await requestOptimization(context, { planId: s.planId, maxSeconds: 10 });
  expect(await look(s)).toMatchObject({ running: 0, waiting: 1, ahead: 0 });
  await sql`update optimization set status = 'running' where organization_id = ${s.tenant.organizationId}`;
  const { planId: tomorrow } = await openPlan(context, { projectId: s.projectId, date: "2026-06-11" });
  await sql`insert into optimization (organization_id, id, plan_id, status, request, progress, created_at, updated_at)
    values (${s.tenant.organizationId}, ${s.tenant.newId()}, ${tomorrow}, 'queued', '{"strategies":["cheapest"]}', '{}', now(), now())`;
  expect(await look(s)).toMatchObject({ running: 1, waiting: 1, ahead: null });
  expect(await look(s, tomorrow)).toMatchObject({ running: 1, waiting: 1, ahead: 0 });
  await sql`update optimization set heartbeat_at = now() - interval '10 minutes'
    where organization_id = ${s.tenant.organizationId} and status = 'running'`;
  expect(await look(s, tomorrow)).toMatchObject({ running: 0, waiting: 1, ahead: 0 });
});

test("says how long finished runs took, by what was asked for; failed ones and other organizations' do not count", async () => {
  const s = await planScenario([{ at: [1, 1] }]);
  const other = await planScenario([{ at: [1, 1] }]);
  await insertRun(other, ["cheapest"], 999);
  for (const seconds of [10, 20, 30, 40, 50]) await insertRun(s, ["cheapest"], seconds);
  await insertRun(s, ["fewest-vehicles", "balanced"], 7);
  await insertRun(s, ["cheapest"], 500, "search");
  const { recent } = await look(s);
  expect(recent).toMatchObject([
    { strategies: ["balanced", "fewest-vehicles"], runs: 1, medianSeconds: 7, p95Seconds: 7, lastSeconds: 7 },
    { strategies: ["cheapest"], runs: 5, medianSeconds: 30, p95Seconds: 48, lastSeconds: 50 },
  ]);
  expect(recent[1]!.lastAt).toBeInstanceOf(Date);
});

test("only the latest two hundred runs count", async () => {
  const s = await planScenario([{ at: [1, 1] }]);
  await insertRun(s, ["cheapest"], 9000);
  for (let run = 0; run < 200; run++) await insertRun(s, ["cheapest"], 10);
  expect((await look(s)).recent).toMatchObject([{ runs: 200, p95Seconds: 10 }]);
});
