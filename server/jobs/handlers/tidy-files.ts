import "server-only";
import type { Database } from "@/db/client";
import { listOrganizations } from "@/db/queries/proof/tidy-proofs";
import { clearDiscardedImports } from "@/server/services/intake/clear-discarded-imports";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { clearOutlivedProofs } from "@/server/services/proof/clear-outlived-proofs";
import { settleOverdueProofs } from "@/server/services/proof/settle-overdue-proofs";
import { sweepProofs } from "@/server/services/proof/sweep-proofs";
import { clearOutlivedUploads, dropUnclaimedUploads } from "@/server/services/proof/tidy-uploads";

const UPLOADS = [dropUnclaimedUploads, clearOutlivedUploads];
const TIDYINGS = [settleOverdueProofs, sweepProofs, clearOutlivedProofs, ...UPLOADS, clearDiscardedImports];

/**
 * Puts every organization's files in order: what never came, what was left behind, what is older than it is kept. Each
 * deletes first and notes it then, so that one that was interrupted goes on where it stopped. Throws once all have had
 * their turn.
 */
export async function tidyFiles(
  database: Database,
  systemOf: (organizationId: string) => ServiceContext,
  signal: AbortSignal,
): Promise<void> {
  const faults: unknown[] = [];
  for (const organizationId of await listOrganizations(database)) {
    for (const tidy of TIDYINGS) {
      try {
        for (let isMore = true; isMore; ) {
          signal.throwIfAborted();
          ({ isMore } = await tidy(systemOf(organizationId), {}));
        }
      } catch (error) {
        signal.throwIfAborted();
        faults.push(error);
      }
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, "some files could not be put in order");
}
