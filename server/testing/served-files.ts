import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGrantSeal } from "@/server/adapters/blob/blob-grant";
import { createFileBlobStore } from "@/server/adapters/blob/file-blob-store";
import { createGrantedFiles } from "@/server/adapters/blob/granted-files";
import { createBlobApp } from "@/server/api/blobs/blob-app";
import { incomingBlobs } from "@/server/api/blobs/incoming-blobs";
import type { ServiceContext } from "@/server/services/kernel/service-context";

interface Served {
  readonly systemOf: (organizationId: string) => ServiceContext;
  readonly now: () => Date;
}

/** A store of files in a folder of its own, and what serves the addresses it signs. */
export async function servedFiles() {
  const folder = await mkdtemp(join(tmpdir(), "served-"));
  const seal = createGrantSeal("a secret of the tests");
  return {
    folder,
    blobs: createFileBlobStore(folder, seal),
    serve: ({ systemOf, now }: Served) =>
      createBlobApp({ files: createGrantedFiles(folder, seal), now, ...incomingBlobs(systemOf) }),
  };
}
