import "server-only";
import path from "node:path";
import type { Logger } from "pino";
import { createFileMatrixStore } from "@/server/adapters/travel/file-matrix-store";
import { osrmDialect } from "@/server/adapters/travel/osrm-dialect";
import type { RoadEngine } from "@/server/adapters/travel/road-engine";
import { listRoadNetworks, type RoadNetwork } from "@/server/adapters/travel/road-network";
import { createRoadServer, type RoadServerDialect } from "@/server/adapters/travel/road-server";
import type { RoadSource } from "@/server/adapters/travel/road-source";
import { createRoadTravel, type RoadTravel } from "@/server/adapters/travel/road-travel";
import { valhallaDialect } from "@/server/adapters/travel/valhalla-dialect";
import { createValhallaProcess } from "@/server/adapters/travel/valhalla-process";
import type { Clock } from "@/server/ports/clock";
import type { Env } from "./env";

/** OSRM answers from hierarchies made beforehand; Valhalla searches for each door anew (11 µs a pair, measured). */
const OSRM_MAX_DOORS = 6000;
const WEEK_MS = 7 * 86_400_000;

/** Travel as this installation is configured: servers by address first, then the networks built here, then estimates. */
export async function createTravel(env: Env, clock: Clock, log: Logger): Promise<RoadTravel> {
  const server = (name: string, url: string, maxDoors: number, dialect: RoadServerDialect): RoadSource => ({
    name,
    // Nobody tells when a server gets new roads.
    version: () => `${name} ${url} ${Math.floor(clock.now().getTime() / WEEK_MS)}`,
    profiles: dialect.profiles,
    maxDoors,
    open: once(() => createRoadServer(dialect, { userAgent: `Dray (${env.baseUrl})` })),
  });
  const sources: RoadSource[] = [];
  if (env.VALHALLA_URL) {
    sources.push(server("valhalla", env.VALHALLA_URL, env.ROADS_MAX_DOORS, valhallaDialect(env.VALHALLA_URL)));
  }
  if (env.OSRM_URL) {
    const maxDoors = Math.max(OSRM_MAX_DOORS, env.ROADS_MAX_DOORS);
    sources.push(server("osrm", env.OSRM_URL, maxDoors, osrmDialect(env.OSRM_URL, env.OSRM_PROFILES)));
  }
  const networks = await listRoadNetworks(env.dataDir);
  sources.push(...networks.map((network) => embedded(network, env.ROADS_MAX_DOORS)));
  return createRoadTravel({
    sources,
    store: createFileMatrixStore(path.join(env.dataDir, "matrices")),
    onUnavailable: (reason) => log.warn({ reason }, "roads unavailable; travel times are estimates"),
  });
}

function embedded({ name, box, tileDir }: RoadNetwork, maxDoors: number): RoadSource {
  return {
    name,
    // The folder is named after the extract and the engine that read it.
    version: () => `embedded ${path.basename(tileDir)}`,
    box,
    maxDoors,
    open: once(() => createValhallaProcess({ tileDir })),
  };
}

function once(make: () => RoadEngine): () => RoadEngine {
  let made: RoadEngine | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
