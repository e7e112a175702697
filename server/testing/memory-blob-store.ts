import type { BlobStore } from "@/server/ports/blob-store";

/** Blobs in memory, for tests. The addresses it signs lead nowhere. */
export function memoryBlobStore(
  bucket: string | null = null,
): BlobStore & { readonly blobs: ReadonlyMap<string, Uint8Array> } {
  const blobs = new Map<string, Uint8Array>();
  return {
    bucket,
    blobs,
    put: async (key, bytes) => void blobs.set(key, bytes),
    get: async (key) => blobs.get(key),
    open: async (key) => {
      const bytes = blobs.get(key);
      return bytes && new Blob([bytes as BlobPart]).stream();
    },
    has: async (key) => blobs.has(key),
    delete: async (key) => void blobs.delete(key),
    signUpload: async (key, { contentType }) => ({
      url: `memory:${key}`,
      headers: { "content-type": contentType },
    }),
    signDownload: async (key) => `memory:${key}`,
  };
}
