import "server-only";
import path from "node:path";
import type { Logger } from "pino";
import { createFileMatrixStore } from "@/server/adapters/travel/file-matrix-store";
import { osrmDialect } from "@/server/adapters/travel/osrm-dialect";
import { listRoadNetworks, type RoadNetwork } from "@/server/adapters/travel/road-network";
import { createRoadServer, type RoadServerDialect } from "@/server/adapters/travel/road-server";
import type { RoadSource } from "@/server/adapters/travel/road-source";
import { createRoadTravel, type RoadTravel } from "@/server/adapters/travel/road-travel";
import { valhallaDialect } from "@/server/adapters/travel/valhalla-dialect";
import { createValhallaProcess } from "@/server/adapters/travel/valhalla-process";
import { profileNamesText } from "@/server/domain/travel/profile-names";
import type { Clock } from "@/server/ports/clock";
import type { TravelPort } from "@/server/ports/travel";
import type { Env } from "./env";
import type { OwnSourceReader } from "./own-source-reader";
import { unwatched, type WatchSource } from "./own-source-watch";
import { createOwnTravel, mostDoorsOf, once, weekOf } from "./own-travel";

export interface InstalledTravel extends RoadTravel {
  /** Travel as one organization has chosen it: its own road server, then the networks built here, then estimates. */
  of(organizationId: string): TravelPort;
}

/** Travel as this installation is configured: servers by address first, then the networks built here, then estimates. */
export async function createTravel(
  env: Env,
  clock: Clock,
  log: Logger,
  readOwn: OwnSourceReader = async () => null,
  watch: WatchSource = unwatched,
): Promise<InstalledTravel> {
  const server = (name: string, address: string, maxDoors: number, dialect: RoadServerDialect): RoadSource => ({
    name,
    version: () => `${name} ${address} ${weekOf(clock)}`,
    profiles: dialect.profiles,
    maxDoors,
    open: once(() => createRoadServer(dialect, { userAgent: `Dray (${env.baseUrl})` })),
  });
  const sources: RoadSource[] = [];
  if (env.VALHALLA_URL) {
    sources.push(server("valhalla", env.VALHALLA_URL, mostDoorsOf("valhalla", env), valhallaDialect(env.VALHALLA_URL)));
  }
  if (env.OSRM_URL) {
    const maxDoors = mostDoorsOf("osrm", env);
    const address = `${env.OSRM_URL} ${profileNamesText(env.OSRM_PROFILES)}`;
    sources.push(server("osrm", address, maxDoors, osrmDialect(env.OSRM_URL, env.OSRM_PROFILES)));
  }
  const networks = (await listRoadNetworks(env.dataDir)).map((network) => embedded(network, env.ROADS_MAX_DOORS));
  const onRoadsOf = (chosen: readonly RoadSource[]) =>
    createRoadTravel({
      sources: chosen,
      store: createFileMatrixStore(path.join(env.dataDir, "matrices")),
      onUnavailable: (reason) => log.warn({ reason }, "roads unavailable; travel times are estimates"),
    });
  const installed = onRoadsOf([...sources, ...networks]);
  const of = createOwnTravel({ env, clock, readOwn, watch, installed, networks, onRoadsOf });
  return { ...installed, of };
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
