import type { BlobStore } from "@/server/ports/blob-store";

/** Blobs in memory, for tests. */
export function memoryBlobStore(): BlobStore & { readonly blobs: ReadonlyMap<string, Uint8Array> } {
  const blobs = new Map<string, Uint8Array>();
  return {
    blobs,
    put: async (key, bytes) => void blobs.set(key, bytes),
    get: async (key) => blobs.get(key),
    delete: async (key) => void blobs.delete(key),
  };
}
