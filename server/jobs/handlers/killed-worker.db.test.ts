import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { startBossJobQueue } from "@/server/adapters/job-queue/boss-job-queue";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import { stopOptimization } from "@/server/services/plan/stop-optimization";
import { planScenario } from "@/server/testing/plan-scenario";
import { startWorkerProcess } from "@/server/testing/worker-process";

const spots = Array.from({ length: 60 }, (_, i) => ({ at: [(i % 10) * 3 + 1, Math.floor(i / 10) * 4 + 1] as const }));

test("an optimization whose worker is killed is taken up by another and ends with routes", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "dray-killed-"));
  const s = await planScenario(spots, { drivers: 4 });
  const queue = await startBossJobQueue(s.tenant.database, () => {});
  const { optimizationId } = await requestOptimization(s.context("dispatcher", { jobs: queue }), {
    planId: s.planId,
    maxSeconds: 600,
  });
  const look = async () => (await getOptimization(s.context(), { planId: s.planId }))!;
  const searchOf = (attempt: number) =>
    expect
      .poll(async () => {
        const { phase, attempts, iterations } = (await look()).progress;
        return phase === "search" && attempts === attempt && iterations > 0;
      })
      .toBe(true);

  const first = startWorkerProcess(s.tenant.database.url, dataDir);
  let second: ReturnType<typeof startWorkerProcess> | undefined;
  try {
    await searchOf(1);
    await first.kill();
    expect(await look()).toMatchObject({ status: "running", preview: null });
    second = startWorkerProcess(s.tenant.database.url, dataDir);
    await searchOf(2);
    await stopOptimization(s.context(), { optimizationId });
    await expect.poll(async () => (await look()).status).toBe("ready");
    const { progress, preview } = await look();
    expect(progress.attempts).toBe(2);
    expect(preview!.diff.totals.after.stops).toBe(60);
    expect(await s.sequences()).toEqual(["", "", "", ""]);
  } finally {
    await first.kill();
    await second?.stop();
    await queue.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
