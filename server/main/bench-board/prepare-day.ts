import { existsSync } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { chooseDrivers } from "@/server/services/plan/choose-drivers";
import { moveStops } from "@/server/services/plan/move-stops";
import { openPlan } from "@/server/services/plan/open-plan";
import { readPlanBoard } from "@/server/services/plan/read-plan-board";
import { bootCore } from "../boot-core";
import { buildRoads } from "../build-roads";
import { basemapFileOf } from "../create-ports";
import { type DayFolder, findDayFolder } from "../day-folder";
import { createDemoOrganization } from "../demo-accounts";
import { env } from "../env";
import { type LoadedDay, loadDay } from "../load-day";
import { createLogger } from "../logger";
import { sectorSequences } from "../sector-sequences";
import type { PreparedDay } from "./prepared-day";
import { writeStrewnDay } from "./strewn-day";

const ORDERS = 5_000;
const ROUTES = 40;
const HOUR = 3600;
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
    const tomorrow = new Date(services.ports.clock.now().getTime() + 24 * HOUR * 1000);
    const date = localDateAt(tomorrow, "UTC");
    const loaded = await loadDay(services, day, { date, say });
    const board = await planSectors(services, loaded);
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

/** A sector of the town for each driver: quick, and the same every time. Long shifts, so that the plan is plausible. */
async function planSectors(services: ServiceContext, { projectId, date }: LoadedDay): Promise<PlanBoard> {
  const { planId } = await openPlan(services, { projectId, date });
  const drivers = (await listDrivers(services, { projectId })).slice(0, ROUTES);
  await chooseDrivers(services, {
    planId,
    drivers: drivers.map(({ id }) => ({ driverId: id, shiftFromSeconds: 6 * HOUR, shiftToSeconds: 22 * HOUR })),
  });
  const empty = await readPlanBoard(services, { planId });
  const sequences = sectorSequences([...empty.visits.values()], empty.routes.length, centreOf(empty));
  for (const [index, visitIds] of sequences.entries()) {
    const to = { kind: "position", routeId: empty.routes[index]!.id, afterVisitId: null } as const;
    await moveStops(services, { planId, mutationId: `sector-${index}-${planId}`, visitIds, to });
  }
  return readPlanBoard(services, { planId });
}

function centreOf({ visits }: PlanBoard) {
  const positions = [...visits.values()].flatMap(({ position }) => position ?? []);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { lat: mean(positions.map(({ lat }) => lat)), lng: mean(positions.map(({ lng }) => lng)) };
}

await prepareDay(process.argv[2]!);
