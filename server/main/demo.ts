import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { stopEmbeddedServer } from "@/db/embedded/embedded-server";
import { isLocalDate } from "@/server/domain/time/local-date";
import { bootCore } from "./boot-core";
import { bootWeb } from "./boot-web";
import { bootWorkers } from "./boot-workers";
import { buildRoads } from "./build-roads";
import { basemapFileOf } from "./create-ports";
import { type DayFolder, findDayFolder } from "./day-folder";
import { createDemoOrganization, type DemoUser } from "./demo-accounts";
import { offerDemoSlots } from "./demo-slots";
import { env } from "./env";
import { loadDay } from "./load-day";
import { createLogger } from "./logger";
import { onShutdown } from "./on-shutdown";
import { driveDemoDay } from "./simulate/demo-day";

/** `npm run demo`: Dray with a day loaded, ready to be tried. */
interface Credentials {
  readonly baseUrl: string;
  readonly organizationId: string;
  readonly users: readonly DemoUser[];
}

const SAMPLE_DAY = fileURLToPath(new URL("../../db/seed/sample-day", import.meta.url));
const credentialsFile = path.join(env.dataDir, "credentials.json");
const say = (line: string) => console.log(line);

async function runDemo(): Promise<void> {
  const { values } = parseArgs({
    options: {
      reset: { type: "boolean", default: false },
      day: { type: "string" },
      orders: { type: "string" },
      date: { type: "string" },
      zone: { type: "string" },
      simulate: { type: "boolean", default: env.DRAY_SIMULATE },
    },
    allowNegative: true,
  });
  if (values.date && !isLocalDate(values.date))
    throw new Error(`--date ${values.date} is not a day written YYYY-MM-DD.`);
  const day = findDayFolder(values.day ?? SAMPLE_DAY, values.orders);
  await buildPages();
  if (values.reset) await forgetEverything();
  const isFirstStart = !existsSync(credentialsFile);
  if (isFirstStart) await placeMapData(day);
  else if (values.day) say("There is data from an earlier start; it is kept. Add --reset to load this folder instead.");

  const log = createLogger(env.DRAY_LOG_LEVEL === "info" ? "warn" : env.DRAY_LOG_LEVEL);
  const core = await bootCore(env, log);
  const { users, organizationId } = isFirstStart
    ? await seed()
    : (JSON.parse(await readFile(credentialsFile, "utf8")) as Credentials);
  const credentials: Credentials = { baseUrl: env.baseUrl, organizationId, users };
  await writeFile(credentialsFile, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  const workers = await bootWorkers(core);
  const web = await bootWeb(core, { isDevelopment: false });
  say(`\nDray is running: ${env.baseUrl}\n`);
  for (const user of users) say(`  ${user.role.padEnd(10)}  ${user.email.padEnd(26)}  ${user.password}`);
  say(`\nThe same in ${path.relative(process.cwd(), credentialsFile)}. Stop with Ctrl-C; the data stays.`);
  const leave = new AbortController();
  if (values.simulate && !values.day) {
    const services = core.systemContext(organizationId);
    const dispatcher = users.find(({ role }) => role === "dispatcher")!;
    const sample = findDayFolder(SAMPLE_DAY);
    driveDemoDay({ services, sample, baseUrl: env.baseUrl, dispatcher, say, signal: leave.signal }).catch(
      (error: unknown) => {
        if (!leave.signal.aborted) log.warn({ error }, "the vans on the road have stopped");
      },
    );
  }
  onShutdown(log, async () => {
    leave.abort();
    await web.close();
    await workers.stop();
    await core.close();
  });

  async function seed(): Promise<Pick<Credentials, "organizationId" | "users">> {
    say(`Loading the day in ${path.relative(process.cwd(), path.dirname(day.ordersFile)) || "."}…`);
    const organization = await createDemoOrganization(core);
    const services = core.contextOf(organization.owner);
    const { projectId } = await loadDay(services, day, { date: values.date, zone: values.zone, say });
    if (!values.day) await offerDemoSlots(services, projectId);
    return organization;
  }
}

function buildPages(): Promise<void> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [path.join(env.rootDir, "scripts/build.mjs")], { cwd: env.rootDir, stdio: "inherit" }).on(
      "close",
      (code) => (code === 0 ? resolve() : reject(new Error("the pages could not be built"))),
    );
  });
}

/** Roads and basemap of the day, where it brings any. */
async function placeMapData(day: DayFolder): Promise<void> {
  await mkdir(env.dataDir, { recursive: true });
  if (day.basemapFile) await copyFile(day.basemapFile, basemapFileOf(env.dataDir));
  if (day.roadsFile) {
    await buildRoads(day.roadsFile, env.dataDir, day.name).catch((error: Error) =>
      say(`Without road network: ${error.message}`),
    );
  }
}

/** Deletes what earlier demos left, and only that: the folder itself may hold other things. */
async function forgetEverything(): Promise<void> {
  if (env.DATABASE_URL)
    throw new Error("--reset only empties the embedded database; DATABASE_URL names a server of yours.");
  await stopEmbeddedServer(env.dataDir);
  for (const name of [
    "postgres",
    "postgres.json",
    "credentials.json",
    "secret",
    "blobs",
    "mail",
    "roads",
    "basemap.pmtiles",
  ]) {
    await rm(path.join(env.dataDir, name), { recursive: true, force: true });
  }
}

await runDemo().catch((error: unknown) => {
  const isPortTaken = error instanceof Error && (error as NodeJS.ErrnoException).code === "EADDRINUSE";
  if (isPortTaken)
    console.error(`Port ${env.PORT} is in use. Stop what runs there, or choose another: PORT=3001 npm run demo`);
  else console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
