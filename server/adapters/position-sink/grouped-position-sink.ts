import "server-only";
import type { PositionBatch, PositionSink } from "@/server/ports/position-sink";

/** So many fixes are written in one transaction at most. */
const GROUP_FIXES = 4000;
/** More waiting than this and senders are told to come back: phones keep their fixes, a process must not. */
const MOST_WAITING_FIXES = 40_000;

interface Waiting {
  readonly batch: PositionBatch;
  stored(): void;
  failed(error: unknown): void;
}

interface Queue {
  readonly waiting: Waiting[];
  fixes: number;
}

/**
 * Writes the batches of one organization in groups, one group at a time: whoever comes while one is being written goes
 * with the next, so that under load a commit is shared by many and a single batch never waits. A group that fails is
 * written batch by batch, so that one that cannot be stored takes no other down.
 */
export function createGroupedPositionSink(
  writeGroup: (organizationId: string, batches: readonly PositionBatch[]) => Promise<void>,
): PositionSink {
  const queues = new Map<string, Queue>();
  return {
    write: (batch) => {
      const { organizationId, fixes } = batch;
      const running = queues.get(organizationId);
      const queue: Queue = running ?? { waiting: [], fixes: 0 };
      if (queue.fixes + fixes.length > MOST_WAITING_FIXES) return Promise.resolve("busy");
      queue.fixes += fixes.length;
      return new Promise((resolve, reject) => {
        queue.waiting.push({ batch, stored: () => resolve("stored"), failed: reject });
        if (running) return;
        queues.set(organizationId, queue);
        void drain(organizationId, queue);
      });
    },
  };

  async function drain(organizationId: string, queue: Queue): Promise<void> {
    // What arrives in the same turn of the event loop belongs together.
    await new Promise(setImmediate);
    while (queue.waiting.length > 0) await writeNext(organizationId, takeGroup(queue));
    queues.delete(organizationId);
  }

  async function writeNext(organizationId: string, group: readonly Waiting[]): Promise<void> {
    try {
      await writeGroup(
        organizationId,
        group.map(({ batch }) => batch),
      );
      for (const { stored } of group) stored();
    } catch (error) {
      if (group.length === 1) return group[0]!.failed(error);
      for (const each of group) await writeNext(organizationId, [each]);
    }
  }
}

function takeGroup(queue: Queue): Waiting[] {
  let fixes = 0;
  let count = 0;
  while (count < queue.waiting.length && (count === 0 || fixes < GROUP_FIXES)) {
    fixes += queue.waiting[count++]!.batch.fixes.length;
  }
  queue.fixes -= fixes;
  return queue.waiting.splice(0, count);
}
