import "server-only";
import path from "node:path";
import { createGrantSeal } from "@/server/adapters/blob/blob-grant";
import { createFileBlobStore } from "@/server/adapters/blob/file-blob-store";
import { createGrantedFiles } from "@/server/adapters/blob/granted-files";
import { createS3BlobStore } from "@/server/adapters/blob/s3-blob-store";
import type { BlobStore } from "@/server/ports/blob-store";
import type { GrantedFiles } from "@/server/ports/granted-files";
import type { Env } from "./env";

export interface Blobs {
  readonly blobs: BlobStore;
  readonly grantedFiles: GrantedFiles | null;
  readonly blobOrigin: string | null;
}

/** Blobs in the configured bucket, else as files of the data folder. */
export function createBlobs(env: Env & { readonly secret: string }): Blobs {
  const s3 = env.BLOB_S3;
  if (s3) {
    const { origin, protocol, hostname, port } = new URL(s3.endpoint);
    const own = `${protocol}//${s3.bucket}.${hostname}${port && `:${port}`}`;
    return { blobs: createS3BlobStore(s3), grantedFiles: null, blobOrigin: s3.pathStyle ? origin : own };
  }
  const folder = path.join(env.dataDir, "blobs");
  const seal = createGrantSeal(env.secret);
  return { blobs: createFileBlobStore(folder, seal), grantedFiles: createGrantedFiles(folder, seal), blobOrigin: null };
}
