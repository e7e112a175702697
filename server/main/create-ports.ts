import "server-only";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Logger } from "pino";
import type { Database } from "@/db/client";
import { systemClock } from "@/server/adapters/clock/system-clock";
import { randomIdSource } from "@/server/adapters/id-source/random-id-source";
import { fileMessenger } from "@/server/adapters/messenger/file-messenger";
import { listRoadNetworks } from "@/server/adapters/travel/road-network";
import { createValhallaTravel } from "@/server/adapters/travel/valhalla-travel";
import type { JobQueue } from "@/server/ports/job-queue";
import type { MessengerPort } from "@/server/ports/messenger";
import type { Ports } from "@/server/services/kernel/service-context";
import type { Env } from "./env";

/** The ports as this installation is configured, and what belongs to no use case. */
export interface InstalledPorts extends Ports {
  /** Mail about people's accounts: reset links and the like. */
  readonly accountMailer: MessengerPort;
  /** The local basemap's file; null without one. */
  readonly basemapFile: string | null;
  close(): Promise<void>;
}

/** Where a loaded day's basemap is kept. */
export const basemapFileOf = (dataDir: string): string => path.join(dataDir, "basemap.pmtiles");

/** Chooses and makes every adapter from the settings. */
export async function createPorts(env: Env, _database: Database, jobs: JobQueue, log: Logger): Promise<InstalledPorts> {
  const clock = systemClock;
  const travel = createValhallaTravel({
    networks: await listRoadNetworks(env.dataDir),
    onUnavailable: (reason) => log.warn({ reason }, "road network unavailable; travel times are estimates"),
  });
  const basemapFile = env.MAP_PMTILES_FILE ? path.resolve(env.MAP_PMTILES_FILE) : basemapFileOf(env.dataDir);
  return {
    clock,
    ids: randomIdSource(clock),
    jobs,
    travel,
    accountMailer: fileMessenger(path.join(env.dataDir, "mail"), clock),
    basemapFile: existsSync(basemapFile) ? basemapFile : null,
    close: () => travel.close(),
  } as InstalledPorts;
}
