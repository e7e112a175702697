import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fastFolder } from "../../scripts/fast-folder.mjs";
import { stopEmbeddedServer } from "../embedded/embedded-server";

const PREFIX = "dray-test-";
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

/** What killed runs have left behind would stay in memory until the machine starts anew. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(parent, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs < ABANDONED_AFTER_MILLISECONDS) continue;
    await stopEmbeddedServer(folder);
    await rm(folder, { recursive: true, force: true });
  }
}
