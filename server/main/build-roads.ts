import { systemClock } from "@/server/adapters/clock/system-clock";
import { buildValhallaTiles } from "@/server/adapters/travel/build-valhalla-tiles";
import type { RoadNetwork } from "@/server/adapters/travel/road-network";

/** Builds a road network for this installation and says so; an unchanged file is not built again. */
export async function buildRoads(file: string, dataDir: string, name?: string): Promise<RoadNetwork> {
  console.log(`Reading ${file}`);
  const startedAt = performance.now();
  const { network, built } = await buildValhallaTiles({ file, dataDir, name, clock: systemClock });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const [west, south, east, north] = network.box.map((degrees) => degrees.toFixed(3));
  console.log(
    built
      ? `Roads "${network.name}" built in ${seconds} s: ${west},${south} to ${east},${north}`
      : `Roads "${network.name}" are already built from this file (${network.builtAt})`,
  );
  return network;
}
