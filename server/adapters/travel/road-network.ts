import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { BoundingBox } from "@/server/domain/geo";

/** The record beside a built road network, `<dataDir>/roads/<name>/network.json`. */
export const roadNetworkRecordSchema = z.object({
  name: z.string(),
  /** West, south, east, north. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  builtAt: z.iso.datetime(),
  sourceFile: z.string(),
  sourceSha256: z.string(),
  engine: z.string(),
  /** Folder of the tiles, beside the record. */
  tiles: z.string().regex(/^tiles-[0-9a-f]+$/),
});
export type RoadNetworkRecord = z.infer<typeof roadNetworkRecordSchema>;

/** A road network that can be asked. */
export interface RoadNetwork {
  readonly name: string;
  readonly box: BoundingBox;
  readonly builtAt: string;
  readonly sourceSha256: string;
  readonly tileDir: string;
}

export const roadsFolder = (dataDir: string): string => join(dataDir, "roads");

export async function readRoadNetworkRecord(folder: string): Promise<RoadNetworkRecord | undefined> {
  try {
    const parsed = roadNetworkRecordSchema.safeParse(JSON.parse(await readFile(join(folder, "network.json"), "utf8")));
    return parsed.data;
  } catch {
    // Missing, or written by something else: the network is simply not there and can be built.
    return undefined;
  }
}

export function toRoadNetwork(folder: string, record: RoadNetworkRecord): RoadNetwork {
  const { name, box, builtAt, sourceSha256, tiles } = record;
  return { name, box, builtAt, sourceSha256, tileDir: join(folder, tiles) };
}

/** All networks built under the data folder, by name. None is not an error. */
export async function listRoadNetworks(dataDir: string): Promise<RoadNetwork[]> {
  const names = await readdir(roadsFolder(dataDir)).catch(() => []);
  const networks = await Promise.all(
    names.sort().map(async (name) => {
      const folder = join(roadsFolder(dataDir), name);
      const record = await readRoadNetworkRecord(folder);
      return record ? [toRoadNetwork(folder, record)] : [];
    }),
  );
  return networks.flat();
}
