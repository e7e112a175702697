import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fastFolder } from "../../scripts/fast-folder.mjs";
import { hasLivingOwner, stopEmbeddedServer } from "../embedded/embedded-server";

const PREFIX = "dray-test-";
/** Folders of runs by how they begin: these tests' and those in a browser (`scripts/test-e2e.mjs`). */
const PREFIXES = [PREFIX, "dray-e2e-"];
const ABANDONED_AFTER_MILLISECONDS = 24 * 3_600_000;

/**
 * A new folder for a run's database server, in memory where there is room: each file of tests clones a database of some 900
 * files, which takes a disk twenty times as long.
 */
export async function makeTestFolder(): Promise<string> {
  const parent = fastFolder();
  await removeAbandoned(parent);
  return mkdtemp(path.join(parent, PREFIX));
}

/**
 * What killed runs have left behind would stay in memory until the machine starts anew. A folder that cannot be removed,
 * because it is another user's, is left to whose it is.
 */
export async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!PREFIXES.some((prefix) => name.startsWith(prefix))) continue;
    await removeIfAbandoned(path.join(parent, name)).catch(() => {});
  }
}

async function removeIfAbandoned(folder: string): Promise<void> {
  const { mtimeMs } = await stat(folder);
  if (Date.now() - mtimeMs < ABANDONED_AFTER_MILLISECONDS || (await hasLivingOwner(folder))) return;
  await stopEmbeddedServer(folder);
  await rm(folder, { recursive: true, force: true });
}
