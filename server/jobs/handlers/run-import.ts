import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { importNextChunk } from "@/server/services/intake/import-next-chunk";
import { noteImportFailure } from "@/server/services/intake/note-import-failure";
import type { ServiceContext } from "@/server/services/kernel/service-context";

const FAILURE = "The import was interrupted. It goes on by itself; what is imported already is safe.";

/** Imports all rows that are in order, chunk by chunk, each whole or not at all; a killed job goes on where it was. */
export async function runImportJob(
  services: ServiceContext,
  { importId }: JobPayload<"run-import">,
  signal: AbortSignal,
): Promise<void> {
  let isDone = false;
  try {
    while (!isDone) {
      signal.throwIfAborted();
      ({ isDone } = await importNextChunk(services, { importId }));
    }
  } catch (error) {
    // Where the database itself is gone, the next attempt will tell.
    if (!signal.aborted) await noteImportFailure(services, { importId, failure: FAILURE }).catch(() => undefined);
    throw error;
  }
}
