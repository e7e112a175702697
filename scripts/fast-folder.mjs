// Where is kept what a run of tests needs only while it lasts.
import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const MEMORY = "/dev/shm";
/** Some ten times what a run takes. */
const ROOM_BYTES = 4 * 1024 ** 3;

/** In memory where there is room, else on the disk; `DRAY_TEST_DIR` names another folder. */
export function fastFolder() {
  return process.env.DRAY_TEST_DIR ?? (hasRoom() ? MEMORY : tmpdir());
}

function hasRoom() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return Math.min(bavail * bsize, process.availableMemory()) >= ROOM_BYTES;
  } catch {
    return false;
  }
}
