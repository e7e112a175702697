import { cpus, loadavg } from "node:os";
import { startWebProcess } from "@/server/testing/worker-process";
import { bootCore } from "../boot-core";
import { env } from "../env";
import { createLogger } from "../logger";
import { cpuMilliseconds, residentBytes } from "../process-usage";
import type { Figures, LiveBench } from "./live-bench";
import { bearer, postJson } from "./live-client";
import { prepareLiveDay } from "./live-day";
import { measureArrivalsRefresh } from "./measure-arrivals-refresh";
import { measureFanOut } from "./measure-fan-out";
import { measureIngest } from "./measure-ingest";
import { measureManyClients } from "./measure-many-clients";
import { measureSync } from "./measure-sync";

/** In this order: arrivals while all stops are open, then the phone that was offline, for its acts lie in the past. */
const MEASUREMENTS: Readonly<Record<string, (bench: LiveBench) => Promise<Figures>>> = {
  arrivals: measureArrivalsRefresh,
  sync: measureSync,
  fanOut: measureFanOut,
  manyClients: measureManyClients,
  ingest: measureIngest,
};

/** Those named on the command line, or all. */
const chosen = process.argv.slice(2);

const TARGETS = {
  refresh126StopsMedianMs: 20,
  sync200OpsMs: 1000,
  fixToDeskP95Ms: 500,
  sseClients: 1000,
  fixesPerSecond: 5000,
  ratioToPlain: 0.5,
};

/** Measures a web process from outside; the last line is one JSON object. */
async function measureLive(): Promise<void> {
  const core = await bootCore(env, createLogger("error"));
  try {
    console.log("Preparing a day of 40 vans…");
    const day = await prepareLiveDay(core, (line) => console.log(`  ${line}`));
    const web = await startWebProcess(core.database.url, env.dataDir, "a secret for one bench, thirty-two and more");
    try {
      const origin = { origin: web.url };
      const { email, password } = day;
      const signedIn = await postJson(`${web.url}/api/auth/sign-in/email`, { email, password }, origin);
      const tokens: string[] = [];
      for (const link of day.links) {
        tokens.push(JSON.parse((await postJson(`${web.url}/api/run/session`, {}, bearer(link))).body).token);
      }
      const { planId, midnightEpochMs, routeId, visitIds } = day;
      await run({
        url: web.url,
        planId,
        midnightEpochMs,
        routeId,
        tokens,
        visitIds,
        cookie: signedIn.cookies,
        database: core.database,
        services: (ports) => ({ ...day.services, ports: { ...day.services.ports, ...ports } }),
        residentBytes: () => residentBytes(web.pid),
        cpuMilliseconds: () => cpuMilliseconds(web.pid),
      });
    } finally {
      await web.stop();
    }
  } finally {
    await core.close();
  }
}

async function run(bench: LiveBench): Promise<void> {
  const figures: Record<string, unknown> = {};
  const loadAverages: Record<string, number> = {};
  for (const [name, measure] of Object.entries(MEASUREMENTS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const found: Record<string, unknown> = await measure(bench).catch((error: unknown) => ({
      [`${name}Failed`]: String(error),
    }));
    Object.assign(figures, found);
    loadAverages[name] = Math.round(loadavg()[0]! * 10) / 10;
    console.log(`  ${name}, load average ${loadAverages[name]}: ${JSON.stringify(found)}`);
  }
  const machine = { cpu: cpus()[0]?.model.trim(), cores: cpus().length, node: process.version };
  console.log(
    JSON.stringify({ bench: "live", vans: bench.tokens.length, figures, targets: TARGETS, loadAverages, machine }),
  );
}

await measureLive();
