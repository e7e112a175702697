import type { Tx } from "@/db/client";
import type { JobName, JobPayload } from "@/server/jobs/catalog";

/** Work for later, given out in the transaction that makes it necessary: it runs if and only if that commits. */
export interface JobQueue {
  enqueue<N extends JobName>(tx: Tx, name: N, payload: JobPayload<N>): Promise<void>;
}
