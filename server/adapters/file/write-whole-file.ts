import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes the parts one after the other to a file of an existing folder. The file is whole or as it was, also after a
 * crash: until then it is written beside, under a name that begins with a dot.
 */
export async function writeWholeFile(path: string, parts: Iterable<Uint8Array>): Promise<void> {
  const unfinished = join(dirname(path), `.${randomUUID()}`);
  try {
    const file = await open(unfinished, "wx");
    try {
      for (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
