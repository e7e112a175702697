import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { checkNextBatch } from "@/server/services/intake/check-next-batch";
import { noteImportFailure } from "@/server/services/intake/note-import-failure";
import type { ServiceContext } from "@/server/services/kernel/service-context";

const GIVEN_UP = "The rows could not be checked. Save the columns again for another try, or discard the import.";

/** Checks all rows of an import, batch by batch; each batch is kept, so a killed job goes on where it was. */
export async function checkImport(
  services: ServiceContext,
  { importId }: JobPayload<"check-import">,
  signal: AbortSignal,
  isLastAttempt = false,
): Promise<void> {
  let isDone = false;
  try {
    while (!isDone) {
      signal.throwIfAborted();
      ({ isDone } = await checkNextBatch(services, { importId }));
    }
  } catch (error) {
    const note = { importId, failure: GIVEN_UP, isGivenUp: true };
    if (isLastAttempt && !signal.aborted) await noteImportFailure(services, note).catch(() => undefined);
    throw error;
  }
}
