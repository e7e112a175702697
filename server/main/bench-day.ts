import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import path from "node:path";
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
import { bootCore } from "./boot-core";
import { findDayFolder } from "./day-folder";
import { createDemoOrganization } from "./demo-accounts";
import { env } from "./env";
import { type LoadedDay, loadDay } from "./load-day";
import { createLogger } from "./logger";

/** What a dispatcher waits for at this step. */
const OPTIMIZE_SECONDS = 10;
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
    const plan = await optimize(services, loaded);
    report({ day: day.name, orders: loaded.imported, importSeconds, ...plan });
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
  const system = { ...services, actor: { ...services.actor, kind: "system" as const } };
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
  await optimizePlan(system, { solve, prepare: prepareSolver }, { optimizationId }, new AbortController().signal);
  const run = await getOptimization(services, { planId });
  return {
    travelSeconds: searchStartedAt,
    solveSeconds: searchEndedAt - searchStartedAt,
    firstPlanSeconds: first?.atSeconds ?? Number.NaN,
    firstPlanUnassigned: first?.unassignedVisits ?? Number.NaN,
    totalSeconds: seconds(startedAt),
    status: run?.status,
    served: run?.progress.assignedVisits,
    unassigned: run?.progress.unassignedVisits,
    vehiclesUsed: run?.progress.vehiclesUsed,
    costCents: run?.progress.costCents,
  };
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
