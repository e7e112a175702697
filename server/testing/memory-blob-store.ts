import type { BlobStore } from "@/server/ports/blob-store";

/** Blobs in memory; copies in and out, as a disk does. */
export class MemoryBlobStore implements BlobStore {
  readonly blobs = new Map<string, Uint8Array>();

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.blobs.set(key, bytes.slice());
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return this.blobs.get(key)?.slice();
  }

  async delete(key: string): Promise<void> {
    this.blobs.delete(key);
  }
}
