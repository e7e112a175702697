import "server-only";
import { PgBoss } from "pg-boss";
import { bossTransaction, holdWaitingJob, QUEUE_GRANTS } from "@/db/boss-transaction";
import type { Database } from "@/db/client";
import { JOBS, type JobName, type JobPayload } from "@/server/jobs/catalog";
import type { JobQueue } from "@/server/ports/job-queue";

/** `isLastAttempt`: when it fails this time, the queue does not try again. */
export type JobHandler<N extends JobName> = (
  payload: JobPayload<N>,
  signal: AbortSignal,
  isLastAttempt: boolean,
) => Promise<void>;
export type JobHandlers = { readonly [N in JobName]: JobHandler<N> };

export interface BossJobQueue extends JobQueue {
  /** Begins to take jobs; without it the process only gives them out. */
  work(handlers: JobHandlers): Promise<void>;
  /** Lets running jobs end, up to half a minute; what is left runs again elsewhere. */
  stop(): Promise<void>;
}

/** A process that has been silent for this long is dead, and its jobs go to others: the queue's smallest. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 5;
/** How often a queue is looked at. Where all work begins as soon as it is told of, only in case a word was lost. */
const POLL_SECONDS = 2;
const TOLD_POLL_SECONDS = 30;

const JOB_NAMES = Object.keys(JOBS) as JobName[];

/** The queue in Postgres, told of new work by NOTIFY and by a slow poll. */
export async function startBossJobQueue(database: Database, onError: (error: Error) => void): Promise<BossJobQueue> {
  const boss = new PgBoss({
    connectionString: database.url,
    useListenNotify: true,
    max: 4,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on("error", onError);
  await boss.start();
  for (const name of JOB_NAMES) {
    const { retryLimit, retryDelaySeconds, expireSeconds } = JOBS[name];
    await boss.createQueue(name, {
      // One waiting per key, any number at work: an act that comes while a job reads is what the next job is for.
      ...(gatherOf(name) && { policy: "short" }),
      notify: true,
      retryLimit,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      expireInSeconds: expireSeconds,
      heartbeatSeconds: HEARTBEAT_SECONDS,
    });
  }
  await database.raw.unsafe(QUEUE_GRANTS).simple();
  return {
    enqueue: async (tx, name, payload, notBefore) => {
      const data = JOBS[name].payload.parse(payload) as object;
      const gather = gatherOf(name);
      const db = bossTransaction(tx);
      const priority = priorityOf(name, data);
      if (!gather) {
        await boss.send(name, data, { db, priority, ...(notBefore && { startAfter: notBefore }) });
        return;
      }
      const startAfter = notBefore ?? gather.seconds;
      const singletonKey = gather.key(data as never);
      // One that waits already serves, but only if it begins after this transaction; one that has just begun does not.
      while (!(await boss.send(name, data, { db, priority, singletonKey, startAfter }))) {
        if (await holdWaitingJob(tx, name, singletonKey)) return;
      }
    },
    enqueueAll: async (tx, name, payloads) => {
      if (gatherOf(name)) throw new Error(`${name} gathers: it is given out one at a time`);
      if (payloads.length === 0) return;
      const jobs = payloads.map((payload) => {
        const data = JOBS[name].payload.parse(payload) as object;
        return { data, priority: priorityOf(name, data) };
      });
      await boss.insert(name, jobs, { db: bossTransaction(tx) });
    },
    work: async (handlers) => {
      for (const name of JOB_NAMES) {
        await startWorker(boss, name, handlers[name] as JobHandler<JobName>);
        const { cron } = JOBS[name];
        if (cron) await boss.schedule(name, cron, {}, { tz: "UTC" });
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 30_000 }),
  };
}

function gatherOf(name: JobName): { readonly seconds: number; readonly key: (payload: never) => string } | undefined {
  const definition = JOBS[name];
  return "gather" in definition ? definition.gather : undefined;
}

function priorityOf(name: JobName, payload: object): number {
  const definition = JOBS[name];
  return "priority" in definition ? (definition.priority?.(payload as never) ?? 0) : 0;
}

async function startWorker(boss: PgBoss, name: JobName, handler: JobHandler<JobName>): Promise<void> {
  const { payload, concurrency, retryLimit } = JOBS[name];
  const options = {
    batchSize: 1,
    pollingIntervalSeconds: POLL_SECONDS,
    // Nobody tells that a job which gathers has waited long enough.
    notifyPollingIntervalSeconds: gatherOf(name) ? POLL_SECONDS : TOLD_POLL_SECONDS,
    localConcurrency: concurrency,
  };
  await boss.work(name, options, async (jobs: { data: unknown; signal: AbortSignal; retryCount: number }[]) => {
    for (const job of jobs) await handler(payload.parse(job.data), job.signal, job.retryCount >= retryLimit);
  });
}
