import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Clock } from "@/server/ports/clock";
import { readOsmBoundingBox } from "./osm-bounding-box";
import {
  type RoadNetwork,
  type RoadNetworkRecord,
  readRoadNetworkRecord,
  roadsFolder,
  toRoadNetwork,
} from "./road-network";

export interface BuildTilesOptions {
  /** An OpenStreetMap extract, .osm.pbf. */
  readonly file: string;
  readonly dataDir: string;
  readonly clock: Clock;
  /** Default: the file's name, or its folder's when the file is just called roads.osm.pbf. */
  readonly name?: string;
  readonly signal?: AbortSignal;
  /** Valhalla's own log, line by line. */
  readonly onLine?: (line: string) => void;
}

/**
 * Builds Valhalla's tiles from an extract into `<dataDir>/roads/<name>`; `built: false` when the same file was built
 * before. A network in use stays readable: the new tiles are finished elsewhere, then the record is switched over, and
 * the previous tiles stay until the build after. Throws an Error with a sentence for people.
 */
export async function buildValhallaTiles(
  options: BuildTilesOptions,
): Promise<{ network: RoadNetwork; built: boolean }> {
  const { file, dataDir, clock, signal } = options;
  const engine = await findEngine();
  const sourceSha256 = await hashFile(file, signal);
  const name = options.name ?? networkName(file);
  const folder = join(roadsFolder(dataDir), name);
  const previous = await readRoadNetworkRecord(folder);
  if (previous && previous.sourceSha256 === sourceSha256 && previous.engine === engine.version) {
    if (existsSync(join(folder, previous.tiles))) return { network: toRoadNetwork(folder, previous), built: false };
  }

  const box = await readOsmBoundingBox(file);
  await mkdir(folder, { recursive: true });
  const unfinished = await mkdtemp(join(folder, "unfinished-"));
  try {
    await runBuilder(engine.builder, unfinished, options);
    const tiles = `tiles-${createHash("sha256").update(`${sourceSha256} ${engine.version}`).digest("hex").slice(0, 16)}`;
    await rm(join(folder, tiles), { recursive: true, force: true });
    await rename(unfinished, join(folder, tiles));
    const record: RoadNetworkRecord = {
      name,
      box: [...box],
      builtAt: clock.now().toISOString(),
      sourceFile: basename(file),
      sourceSha256,
      engine: engine.version,
      tiles,
    };
    await writeFile(join(folder, "network.json.new"), `${JSON.stringify(record, null, 2)}\n`);
    await rename(join(folder, "network.json.new"), join(folder, "network.json"));
    await removeOtherTiles(folder, [tiles, previous?.tiles]);
    return { network: toRoadNetwork(folder, record), built: true };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** "liechtenstein-latest.osm.pbf" is liechtenstein-latest; "copenhagen/roads.osm.pbf" is copenhagen. */
function networkName(file: string): string {
  const stem = basename(file).replace(/(\.osm)?\.pbf$/i, "");
  const name = stem === "roads" ? basename(dirname(resolve(file))) : stem;
  return name.toLowerCase().replace(/[^a-z0-9-]+/g, "-") || "roads";
}

/** Where the optional package put its programs, or why there are none. */
async function findEngine(): Promise<{ builder: string; version: string }> {
  const missing = (detail: string) =>
    new Error(
      `Road networks need the optional package @valhallajs/valhallajs, which runs on Linux with glibc (x64, arm64) and macOS (arm64): ${detail}. Without it Dray estimates travel times from straight lines.`,
    );
  let root: string;
  try {
    root = dirname(createRequire(import.meta.url).resolve("@valhallajs/valhallajs"));
  } catch {
    throw missing("it is not installed");
  }
  const builder = join(root, process.platform, process.arch, "valhalla_build_tiles");
  if (!existsSync(builder)) throw missing(`it has no programs for ${process.platform}/${process.arch}`);
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  return { builder, version };
}

async function hashFile(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(file), hash, { signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  return hash.digest("hex");
}

async function runBuilder(builder: string, tileDir: string, { file, signal, onLine }: BuildTilesOptions) {
  const config = join(tileDir, "build.json");
  await writeFile(config, JSON.stringify({ mjolnir: { tile_dir: tileDir, logging: { type: "std_out" } } }));
  const lines: string[] = [];
  const code = await new Promise<number | string>((settle, reject) => {
    // It leaves lists of oddities where it runs.
    const child = spawn(builder, ["-c", config, resolve(file)], {
      cwd: tileDir,
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    const listen = (text: string) => {
      for (const line of text.split("\n").filter(Boolean)) {
        lines.push(line);
        onLine?.(line);
      }
      lines.splice(0, lines.length - 5);
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.once("error", (error) =>
      reject(signal?.aborted ? signal.reason : new Error(`Valhalla's tile builder cannot run here: ${error.message}`)),
    );
    child.once("close", (exitCode, exitSignal) => settle(exitCode ?? exitSignal ?? "unknown"));
  });
  const levels = (await readdir(tileDir)).filter((entry) => /^\d+$/.test(entry));
  if (code === 0 && levels.length > 0) return;
  throw new Error(`Valhalla could not build tiles from ${file} (${code}):\n${lines.join("\n")}`);
}

async function removeOtherTiles(folder: string, keep: readonly (string | undefined)[]): Promise<void> {
  const stale = (await readdir(folder)).filter((entry) => entry.startsWith("tiles-") && !keep.includes(entry));
  await Promise.all(stale.map((entry) => rm(join(folder, entry), { recursive: true, force: true })));
}
