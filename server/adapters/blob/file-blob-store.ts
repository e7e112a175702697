import { mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeWholeFile } from "@/server/adapters/file/write-whole-file";
import type { BlobStore } from "@/server/ports/blob-store";

/** A name that is one folder or file on every file system, and never one of ours in the making. */
const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/;
const MAX_KEY_LENGTH = 800;

/** Blobs as files below a folder. A blob is whole or not there, also after a crash. Throws on a key that is no path of plain names. */
export function createFileBlobStore(folder: string): BlobStore {
  return {
    async put(key, bytes) {
      const path = pathOf(folder, key);
      await mkdir(dirname(path), { recursive: true });
      await writeWholeFile(path, [bytes]);
    },

    async get(key) {
      const path = pathOf(folder, key);
      try {
        return new Uint8Array(await readFile(path));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },

    delete: async (key) => rm(pathOf(folder, key), { force: true }),
  };
}

function pathOf(folder: string, key: string): string {
  const segments = key.split("/");
  if (key.length > MAX_KEY_LENGTH || !segments.every((segment) => SEGMENT.test(segment))) {
    throw new Error(`Not a blob key: ${JSON.stringify(key.slice(0, 80))}`);
  }
  return join(folder, ...segments);
}
