import { access, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { writeWholeFile } from "@/server/adapters/file/write-whole-file";
import type { BlobStore } from "@/server/ports/blob-store";
import type { GrantSeal } from "./blob-grant";
import { blobPath } from "./blob-path";

/**
 * Blobs as files below a folder. A blob is whole or not there, also after a crash. The addresses it signs are paths of our
 * own (`/api/blobs/…`). Throws on a key that is no path of plain names.
 */
export function createFileBlobStore(folder: string, seal: GrantSeal): BlobStore {
  const read = async <T>(path: string, work: (path: string) => Promise<T>): Promise<T | undefined> => {
    try {
      return await work(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  };
  return {
    bucket: null,

    async put(key, bytes) {
      const path = blobPath(folder, key);
      await mkdir(dirname(path), { recursive: true });
      await writeWholeFile(path, [bytes]);
    },

    get: async (key) => {
      const bytes = await read(blobPath(folder, key), (path) => readFile(path));
      return bytes && new Uint8Array(bytes);
    },

    open: async (key) => {
      const file = await read(blobPath(folder, key), (path) => open(path));
      return file && (Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>);
    },

    has: async (key) =>
      (await read(blobPath(folder, key), async (path) => access(path).then(() => true as const))) ?? false,

    delete: async (key) => rm(blobPath(folder, key), { force: true }),

    async signUpload(key, { now, seconds, ...terms }) {
      blobPath(folder, key);
      const token = seal.seal({ verb: "put", key, ...terms }, now, seconds);
      return { url: `/api/blobs/${token}`, headers: { "content-type": terms.contentType } };
    },

    async signDownload(key, { contentType, now, seconds }) {
      return `/api/blobs/${seal.seal({ verb: "get", key, contentType }, now, seconds)}`;
    },
  };
}
