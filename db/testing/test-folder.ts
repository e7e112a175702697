import { mkdtemp, readdir, rm, stat, statfs } from "node:fs/promises";
import path from "node:path";
import { stopEmbeddedServer } from "../embedded/embedded-server";

const MEMORY = "/dev/shm";
const DISK = "/tmp";
const PREFIX = "dray-test-";
/** Some ten times what a run's databases take. */
const ROOM_BYTES = 4 * 1024 ** 3;
const ABANDONED_AFTER_MILLISECONDS = 24 * 3_600_000;

/**
 * A new folder for a run's database server: in memory where there is room, else on the disk; `DRAY_TEST_DIR` says otherwise.
 * Each file of tests clones a database of some 900 files, which takes a disk twenty times as long.
 */
export async function makeTestFolder(): Promise<string> {
  const parent = process.env.DRAY_TEST_DIR ?? ((await hasRoom(MEMORY)) ? MEMORY : DISK);
  await removeAbandoned(parent);
  return mkdtemp(path.join(parent, PREFIX));
}

async function hasRoom(folder: string): Promise<boolean> {
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return Math.min(free, process.availableMemory()) >= ROOM_BYTES;
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
