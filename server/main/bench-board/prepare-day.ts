import { existsSync } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { bootCore } from "../boot-core";
import { buildRoads } from "../build-roads";
import { basemapFileOf } from "../create-ports";
import { type DayFolder, findDayFolder } from "../day-folder";
import { createDemoOrganization } from "../demo-accounts";
import { env } from "../env";
import { loadDay } from "../load-day";
import { createLogger } from "../logger";
import { planSectors } from "./plan-sectors";
import type { PreparedDay } from "./prepared-day";
import { writeStrewnDay } from "./strewn-day";

const ORDERS = 5_000;
const ROUTES = 40;
const DAY_MILLISECONDS = 86_400_000;
const say = (line: string) => console.log(`  ${line}`);

/** Lays out the day whose board is measured, through the services that people's desks use, and writes down how to get in. */
async function prepareDay(file: string): Promise<void> {
  const day = await findOrMakeDay();
  console.log(`Preparing a day of ${ORDERS.toLocaleString("en")} orders on ${ROUTES} routes (${day.name})…`);
  const hasRoads = await placeMapData(day);
  const core = await bootCore(env, createLogger("error"));
  try {
    const organization = await createDemoOrganization(core);
    const services = core.contextOf(organization.owner);
    const tomorrow = new Date(services.ports.clock.now().getTime() + DAY_MILLISECONDS);
    const date = localDateAt(tomorrow, "UTC");
    const loaded = await loadDay(services, day, { date, say });
    const board = await planSectors(services, loaded, ROUTES);
    const { email, password } = organization.users.find(({ role }) => role === "dispatcher")!;
    const stops = board.routes.reduce((sum, route) => sum + route.stops.length, 0);
    const late = board.routes.reduce((sum, route) => sum + route.schedule.lateStops, 0);
    say(`Plan: ${stops} stops on ${board.routes.length} routes, ${board.pool.length} unassigned, ${late} late.`);
    const prepared: PreparedDay = {
      email,
      password,
      date,
      day: day.name,
      deliveries: board.visits.size,
      routes: board.routes.length,
      stops,
      unassigned: board.pool.length,
      late,
      hasRoads,
      hasBasemap: day.basemapFile !== undefined,
    };
    await writeFile(file, `${JSON.stringify(prepared, null, 2)}\n`, { mode: 0o600 });
  } finally {
    await core.close();
  }
}

async function findOrMakeDay(): Promise<DayFolder> {
  const real = path.join(env.samplesDir, "copenhagen");
  if (existsSync(real)) return findDayFolder(real, `orders-${ORDERS}.csv`);
  console.log(`No sample data at ${env.samplesDir} (DRAY_SAMPLES): orders are strewn over a made-up town instead.`);
  const folder = path.join(env.dataDir, "strewn");
  await writeStrewnDay(folder, ORDERS, ROUTES);
  return findDayFolder(folder);
}

/** Roads and basemap as `npm run demo` places them; false where routes will be estimated. */
async function placeMapData(day: DayFolder): Promise<boolean> {
  await mkdir(env.dataDir, { recursive: true });
  if (day.basemapFile) await copyFile(day.basemapFile, basemapFileOf(env.dataDir));
  if (!day.roadsFile) return false;
  return buildRoads(day.roadsFile, env.dataDir, day.name).then(
    () => true,
    (error: Error) => {
      say(`Without road network: ${error.message}`);
      return false;
    },
  );
}

await prepareDay(process.argv[2]!);
