import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { createApiKey } from "@/server/services/api-key/create-api-key";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { openPlan } from "@/server/services/plan/open-plan";
import { INSPECTED, startWebProcess } from "@/server/testing/worker-process";
import { writeStrewnDay } from "../bench-board/strewn-day";
import { bootCore, type Core } from "../boot-core";
import { findDayFolder } from "../day-folder";
import { createDemoOrganization } from "../demo-accounts";
import { env } from "../env";
import { loadDay } from "../load-day";
import { createLogger } from "../logger";
import { cpuMilliseconds, familyCpuMilliseconds, parentOf } from "../process-usage";
import type { ApiBench, Figures } from "./api-bench";
import { CONNECTIONS } from "./api-load";
import { measureBulk } from "./measure-bulk";
import { measureOptimizing } from "./measure-optimizing";
import { measureCreate, measureRead } from "./measure-requests";
import { measureStream } from "./measure-stream";

const MEASUREMENTS: Readonly<Record<string, (bench: ApiBench) => Promise<Figures>>> = {
  create: measureCreate,
  read: measureRead,
  bulk: measureBulk,
  optimizing: measureOptimizing,
  stream: measureStream,
};

const TARGETS = {
  createPerSecond: 400,
  readPerSecond: 1500,
  bulkPerSecond: 5000,
  bulkOverPlain: 0.3,
  optimizingP99Ms: 100,
  streamGrowthMiB: 8,
};

const SECRET = "a secret for one bench, thirty-two and more";
const STOPS = 1000;
const VANS = 20;

/** Those named on the command line (`bulk`, or `bulk=5000` lines), or all. */
const chosen = new Map(process.argv.slice(2).map((each) => each.split("=") as [string, string | undefined]));

/** Measures the Last-Mile API of one server process from outside; the last line is one JSON object. */
async function measureApi(): Promise<void> {
  const core = await bootCore(env, createLogger("error"));
  try {
    const day = await prepareDay(core);
    const [{ pid }] = await core.database.raw<[{ pid: number }]>`select pg_backend_pid() as pid`;
    const databasePid = await parentOf(pid);
    const server = await startWebProcess(core.database.url, env.dataDir, SECRET, [], "all");
    try {
      await run({
        ...day,
        url: `${server.url}/v1/lastmile`,
        database: core.database,
        lines: undefined,
        cpuMilliseconds: () => cpuMilliseconds(server.pid),
        databaseCpuMilliseconds: () => familyCpuMilliseconds(databasePid),
        startInspected: async () => {
          await server.stop();
          return startWebProcess(core.database.url, env.dataDir, SECRET, INSPECTED);
        },
      });
    } finally {
      await server.stop();
    }
  } finally {
    await core.close();
  }
}

async function prepareDay(core: Core) {
  console.log(`Preparing a day of ${STOPS} stops and ${VANS} vans…`);
  const { owner, organizationId } = await createDemoOrganization(core);
  const services = core.contextOf(owner);
  const folder = path.join(env.dataDir, "strewn");
  await writeStrewnDay(folder, STOPS, VANS);
  const tomorrow = localDateAt(new Date(services.ports.clock.now().getTime() + 24 * 3600_000), "UTC");
  const { projectId, date } = await loadDay(services, findDayFolder(folder), { date: tomorrow, say: () => {} });
  const { planId } = await openPlan(services, { projectId, date });
  const drivers = (await listDrivers(services, { projectId })).slice(0, VANS);
  const shift = { shiftFromSeconds: 6 * 3600, shiftToSeconds: 22 * 3600 };
  await chooseDrivers(services, { planId, drivers: drivers.map(({ id }) => ({ driverId: id, ...shift })) });
  const scopes = ["deliveries:read", "deliveries:write"] as const;
  const key = { name: "Bench", scopes: [...scopes], requestsPerMinute: 1_000_000 };
  const { secret } = await createApiKey(services, key);
  return { services, organizationId, planId, headers: { authorization: `Bearer ${secret}` } };
}

async function run(bench: ApiBench): Promise<void> {
  const figures: Record<string, unknown> = {};
  const loadAverages: Record<string, number> = {};
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (chosen.size > 0 && !chosen.has(name)) continue;
    const lines = chosen.get(name);
    const found: Record<string, unknown> = await measure({ ...bench, lines: lines ? Number(lines) : undefined }).catch(
      (error: unknown) => ({ [`${name}Failed`]: String(error) }),
    );
    Object.assign(figures, found);
    loadAverages[name] = Math.round(loadavg()[0]! * 10) / 10;
    console.log(`  ${name}, load average ${loadAverages[name]}: ${JSON.stringify(found)}`);
  }
  const memoryGiB = Math.round(totalmem() / 2 ** 30);
  const machine = { cpu: cpus()[0]?.model.trim(), cores: cpus().length, memoryGiB, node: process.version };
  console.log(
    JSON.stringify({ bench: "api", connections: CONNECTIONS, figures, targets: TARGETS, loadAverages, machine }),
  );
}

await measureApi();
