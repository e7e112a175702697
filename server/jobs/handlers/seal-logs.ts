import "server-only";
import type { Database } from "@/db/client";
import { listUnsealedLogs } from "@/db/queries/event/read-log";
import { sealLog } from "@/server/services/event/seal-log";
import type { ServiceContext } from "@/server/services/kernel/service-context";

export interface SealedLog {
  readonly organizationId: string;
  readonly seq: number;
  /** Hex. */
  readonly hash: string;
}

/** Seals every organization's log that has grown; `onSealed` takes down what only a copy outside the database can prove. */
export async function sealLogs(
  database: Database,
  systemOf: (organizationId: string) => ServiceContext,
  onSealed: (sealed: SealedLog) => void,
): Promise<void> {
  for (const organizationId of await listUnsealedLogs(database)) {
    const sealed = await sealLog(systemOf(organizationId));
    if (sealed) onSealed({ organizationId, ...sealed });
  }
}
