import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "@/db/client";
import type { Reach } from "@/server/domain/access/member-scope";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { planSectors } from "./bench-board/plan-sectors";
import { writeStrewnDay } from "./bench-board/strewn-day";
import { bootCore, type Core } from "./boot-core";
import { findDayFolder } from "./day-folder";
import { createDemoOrganization } from "./demo-accounts";
import { env } from "./env";
import { loadDay } from "./load-day";
import { createLogger } from "./logger";

const ORDERS = 5_000;
const ROUTES = 40;
/** Until PostgreSQL has made up its mind about plans that hold for any values. */
const WARM_UP_ROUNDS = 6;
const ROUNDS = 15;

interface LaidOut {
  readonly organizationId: string;
  readonly projectId: string;
  readonly planId: string;
}

/**
 * `npm run bench:scope [-- --keep FOLDER]`: what the wall between an organization's parts costs. The board
 * of a large day is read by somebody who sees all, by a project's member and by a depot's, to whom all of it is open.
 * `--keep` lays the day out in a folder that is used again by the next run. Prints; asserts only that they see the same.
 */
async function benchScope(): Promise<void> {
  const { values } = parseArgs({ options: { keep: { type: "string" } } });
  const dataDir = values.keep ? path.resolve(values.keep) : await mkdtemp(path.join(tmpdir(), "dray-bench-scope-"));
  const core = await bootCore({ ...env, dataDir, DATABASE_URL: undefined }, createLogger("error"));
  try {
    const file = path.join(dataDir, "bench-scope.json");
    const day = existsSync(file) ? (JSON.parse(await readFile(file, "utf8")) as LaidOut) : await layOut(core, dataDir);
    await writeFile(file, JSON.stringify(day));
    await core.database.raw`vacuum analyze`;
    const [project] = await core.database.raw<{ depot: string }[]>`
      select default_depot_id as depot from project where id = ${day.projectId}`;
    const projectIds = [day.projectId];
    const readers: Record<string, Reach | undefined> = {
      whole: undefined,
      project: { projectIds, depotIds: null },
      depot: { projectIds, depotIds: [project!.depot] },
    };
    await report(core.systemContext(day.organizationId), day.planId, readers);
  } finally {
    await core.close();
    if (!values.keep) await rm(dataDir, { recursive: true, force: true });
  }
}

async function layOut(core: Core, dataDir: string): Promise<LaidOut> {
  const { owner } = await createDemoOrganization(core);
  const services = core.contextOf(owner);
  const folder = path.join(dataDir, "strewn");
  await writeStrewnDay(folder, ORDERS, ROUTES);
  const { projectId, date } = await loadDay(services, findDayFolder(folder), { say: console.log });
  const { plan } = await planSectors(services, { projectId, date }, ROUTES);
  return { organizationId: owner.organizationId, projectId, planId: plan.id };
}

async function report(
  services: ServiceContext,
  planId: string,
  readers: Record<string, Reach | undefined>,
): Promise<void> {
  const figures: Record<string, Figures> = {};
  for (const [name, reach] of Object.entries(readers)) {
    const { reach: _, ...actor } = services.actor;
    figures[name] = await measure({ ...services, actor: { ...actor, ...(reach && { reach }) } }, planId);
  }
  const { whole, ...limited } = figures as Record<string, Figures>;
  for (const [name, { elapsedMs, databaseMs, stops }] of Object.entries(figures)) {
    const times = (databaseMs / whole!.databaseMs).toFixed(2);
    console.log(`  ${name.padEnd(8)} ${stops} stops, read in ${elapsedMs} ms; database ${databaseMs} ms (${times}×)`);
  }
  for (const [name, { stops }] of Object.entries(limited)) {
    if (stops !== whole!.stops) throw new Error(`the ${name}'s member sees ${stops} of ${whole!.stops} stops`);
  }
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  console.log(JSON.stringify({ bench: "scope", ...figures, machine }));
}

interface Figures {
  readonly elapsedMs: number;
  /** What PostgreSQL's process was on a processor for, where the system tells: a busy machine changes nothing of it. */
  readonly databaseMs: number;
  readonly stops: number;
}

/** The board read again and again over one connection, its statements prepared as a running server has them. */
async function measure(services: ServiceContext, planId: string): Promise<Figures> {
  const database = openDatabase(services.database.url, { maxConnections: 1 });
  const read = () => readPlanBoard({ ...services, database }, { planId });
  try {
    const [backend] = await database.reading.execute<{ pid: number }>("select pg_backend_pid() as pid");
    for (let round = 0; round < WARM_UP_ROUNDS; round++) await read();
    const rounds: { elapsed: number; worked: number }[] = [];
    let stops = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const [startedAt, workedBefore] = [performance.now(), cpuMilliseconds(backend!.pid)];
      const { routes } = await read();
      const [elapsed, workedAfter] = [performance.now() - startedAt, cpuMilliseconds(backend!.pid)];
      rounds.push({ elapsed, worked: workedBefore === null ? elapsed : workedAfter! - workedBefore });
      stops = routes.reduce((sum, route) => sum + route.stops.length, 0);
    }
    const elapsedMs = median(rounds.map(({ elapsed }) => elapsed));
    return { elapsedMs, databaseMs: median(rounds.map(({ worked }) => worked)), stops };
  } finally {
    await database.close();
  }
}

/** How long a process has been on a processor (Linux says so); null elsewhere. */
function cpuMilliseconds(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ", 1)[0]) / 1e6;
  } catch {
    return null;
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)]! * 10) / 10;
}

await benchScope();
