import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { importNextChunk } from "@/server/services/intake/import-next-chunk";
import { noteImportFailure } from "@/server/services/intake/note-import-failure";
import type { ServiceContext } from "@/server/services/kernel/service-context";

const INTERRUPTED = "The import was interrupted. It goes on by itself; what is imported already is safe.";
const GIVEN_UP = "The import stopped again and again. What is imported already is safe; start it again for the rest.";

/**
 * Imports all rows that are in order, chunk by chunk, each whole or not at all; a killed job goes on where it was. It sees
 * as far as whoever started it did then.
 */
export async function runImportJob(
  services: ServiceContext,
  { importId, reach }: JobPayload<"run-import">,
  signal: AbortSignal,
  isLastAttempt = false,
): Promise<void> {
  const asStarter = reach ? { ...services, actor: { ...services.actor, reach } } : services;
  let isDone = false;
  try {
    while (!isDone) {
      signal.throwIfAborted();
      ({ isDone } = await importNextChunk(asStarter, { importId }));
    }
  } catch (error) {
    // Where the database itself is gone, the next attempt will tell.
    const failure = isLastAttempt ? GIVEN_UP : INTERRUPTED;
    const note = { importId, failure, isGivenUp: isLastAttempt };
    if (!signal.aborted) await noteImportFailure(services, note).catch(() => undefined);
    throw error;
  }
}
