import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import { checkNextBatch } from "@/server/services/intake/check-next-batch";
import type { ServiceContext } from "@/server/services/kernel/service-context";

/** Checks all rows of an import, batch by batch; each batch is kept, so a killed job goes on where it was. */
export async function checkImport(
  services: ServiceContext,
  { importId }: JobPayload<"check-import">,
  signal: AbortSignal,
): Promise<void> {
  let isDone = false;
  while (!isDone) {
    signal.throwIfAborted();
    ({ isDone } = await checkNextBatch(services, { importId }));
  }
}
