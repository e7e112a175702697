import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { RoutingProgress } from "@/server/domain/plan/routing-problem";
import { optimizePlan } from "@/server/jobs/handlers/optimize-plan";
import { prepareSolver, solveRoutingProblem } from "@/server/optimizer/pool/solve-routing-problem";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { getOptimization } from "@/server/services/plan/get-optimization";
import { openPlan } from "@/server/services/plan/open-plan";
import { requestOptimization } from "@/server/services/plan/request-optimization";
import { stopOptimization } from "@/server/services/plan/stop-optimization";
import { bootCore } from "./boot-core";
import { findDayFolder } from "./day-folder";
import { createDemoOrganization } from "./demo-accounts";
import { env } from "./env";
import { type LoadedDay, loadDay } from "./load-day";
import { createLogger } from "./logger";

/** What a dispatcher waits for at this step. */
const OPTIMIZE_SECONDS = 10;
const LOOK_MILLISECONDS = 50;
const SAMPLE_DAY = fileURLToPath(new URL("../../db/seed/sample-day", import.meta.url));

/** `npm run bench:day`: how long a real day takes, from a file of orders to a plan. Prints; asserts nothing. */
async function benchDay(): Promise<void> {
  const large = path.join(env.samplesDir, "copenhagen");
  const hasSamples = existsSync(large);
  if (!hasSamples)
    console.log(`No sample data at ${env.samplesDir} (DRAY_SAMPLES): measuring the small sample day instead.`);
  const day = findDayFolder(hasSamples ? large : SAMPLE_DAY);
  const dataDir = await mkdtemp(path.join(tmpdir(), "dray-bench-"));
  const core = await bootCore({ ...env, dataDir, DATABASE_URL: undefined }, createLogger("error"));
  try {
    const organization = await createDemoOrganization(core);
    const services = core.contextOf(organization.owner);
    const marks: Record<string, number> = {};
    const startedAt = performance.now();
    const loaded = await loadDay(services, day, {
      say: (line) => {
        console.log(`${seconds(startedAt).toFixed(1).padStart(6)} s  ${line}`);
        marks[line.split(/[ :]/, 1)[0]!] = seconds(startedAt);
      },
    });
    const importSeconds = marks.Orders! - (marks.Address ?? marks.Fleet!);
    const { planId, ...plan } = await optimize(services, loaded);
    const stopped = await stopMidway(services, planId);
    report({ day: day.name, orders: loaded.imported, importSeconds, ...plan, ...stopped });
  } finally {
    await core.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function optimize(services: ServiceContext, { projectId, date }: LoadedDay) {
  const { planId } = await openPlan(services, { projectId, date });
  const drivers = await listDrivers(services, { projectId });
  await chooseDrivers(services, { planId, drivers: drivers.map(({ id }) => ({ driverId: id })) });
  const { optimizationId } = await requestOptimization(services, { planId, maxSeconds: OPTIMIZE_SECONDS });
  const startedAt = performance.now();
  let searchStartedAt = 0;
  let searchEndedAt = 0;
  let first: (RoutingProgress & { atSeconds: number }) | undefined;
  const solve: typeof solveRoutingProblem = (problem, budget, options) => {
    searchStartedAt = seconds(startedAt);
    const solved = solveRoutingProblem(problem, budget, {
      ...options,
      onProgress: (progress) => {
        first ??= { ...progress, atSeconds: seconds(startedAt) };
        options?.onProgress?.(progress);
      },
    });
    return solved.finally(() => {
      searchEndedAt = seconds(startedAt);
    });
  };
  await run(services, optimizationId, solve);
  const ended = await getOptimization(services, { planId });
  return {
    planId,
    travelSeconds: searchStartedAt,
    solveSeconds: searchEndedAt - searchStartedAt,
    firstPlanSeconds: first?.atSeconds ?? Number.NaN,
    firstPlanUnassigned: first?.unassignedVisits ?? Number.NaN,
    totalSeconds: seconds(startedAt),
    status: ended?.status,
    served: ended?.progress.assignedVisits,
    unassigned: ended?.progress.unassignedVisits,
    vehiclesUsed: ended?.progress.vehiclesUsed,
    costCents: ended?.progress.costCents,
  };
}

/** A search as a person watches it who stops it: how long nothing new was to be read, and how soon it ended. */
async function stopMidway(services: ServiceContext, planId: string) {
  const { optimizationId } = await requestOptimization(services, { planId, maxSeconds: 10 * OPTIMIZE_SECONDS });
  const end = run(services, optimizationId, solveRoutingProblem);
  const look = async () => (await getOptimization(services, { planId }))!.progress;
  while ((await look()).iterations === 0) await setTimeout(LOOK_MILLISECONDS);
  const startedAt = performance.now();
  let [iterations, heardAt, longestSilenceSeconds] = [0, startedAt, 0];
  while (seconds(startedAt) < OPTIMIZE_SECONDS) {
    const progress = await look();
    if (progress.iterations !== iterations) [iterations, heardAt] = [progress.iterations, performance.now()];
    longestSilenceSeconds = Math.max(longestSilenceSeconds, seconds(heardAt));
    await setTimeout(LOOK_MILLISECONDS);
  }
  const stoppedAt = performance.now();
  await stopOptimization(services, { optimizationId });
  await end;
  return { longestSilenceSeconds, stopSeconds: seconds(stoppedAt) };
}

async function run(services: ServiceContext, optimizationId: string, solve: typeof solveRoutingProblem): Promise<void> {
  const system = { ...services, actor: { ...services.actor, kind: "system" as const } };
  await optimizePlan(system, { solve, prepare: prepareSolver }, { optimizationId }, new AbortController().signal);
}

function report(figures: Record<string, unknown>): void {
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  console.log(`\nMachine: ${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, Node ${machine.node}`);
  for (const [name, value] of Object.entries(figures))
    console.log(`  ${name.padEnd(22)} ${typeof value === "number" ? Math.round(value * 100) / 100 : value}`);
  console.log(JSON.stringify({ bench: "day", ...figures, machine }));
}

const seconds = (since: number): number => (performance.now() - since) / 1000;

await benchDay();
