import type { Tx } from "@/db/client";
import type { JobName, JobPayload } from "@/server/jobs/catalog";

/** Work for later, given out in the transaction that makes it necessary: it runs if and only if that commits. */
export interface JobQueue {
  /** `notBefore`: when it may begin; absent: at once, or when it has gathered. */
  enqueue<N extends JobName>(tx: Tx, name: N, payload: JobPayload<N>, notBefore?: Date): Promise<void>;
  /** Any number of jobs that do not gather, in one statement. */
  enqueueAll<N extends JobName>(tx: Tx, name: N, payloads: readonly JobPayload<N>[]): Promise<void>;
}
