import "server-only";
import { z } from "zod";
import {
  type BulkLineRow,
  dropWaitingBulkLines,
  insertBulkJob,
  insertBulkLines,
  lockBulkJob,
  updateBulkJob,
} from "@/db/queries/api/bulk-jobs";
import { findProject } from "@/db/queries/project/find-project";
import { BULK_JOB_KINDS, type BulkItem, type BulkLineError, bulkJobEnd } from "@/server/domain/bulk/bulk-job";
import { authorize } from "../kernel/authorize";
import { changed, command, untraced } from "../kernel/command";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";

const LINES_AT_ONCE = 2000;

/** A line as it was read: something to take in, or why it is nothing. */
export type ReceivedLine = { readonly lineNumber: number } & (
  | { readonly item: BulkItem; readonly error?: never }
  | { readonly item?: never; readonly error: BulkLineError }
);

/**
 * Takes lines in as they come, some thousand at a time, and starts the job once all are there. While some are saved the
 * next are read; no more than that is held, so their number has no bound. A stream that breaks leaves no job behind that
 * would do half of it.
 */
export async function receiveBulkJob(
  services: ServiceContext,
  about: z.input<typeof openBulkJob.input>,
  lines: AsyncIterable<ReceivedLine>,
): Promise<{ readonly id: string }> {
  const { id } = await openBulkJob(services, about);
  let saved: Promise<unknown> = Promise.resolve();
  try {
    let chunk: ReceivedLine[] = [];
    for await (const line of lines) {
      chunk.push(line);
      if (chunk.length < LINES_AT_ONCE) continue;
      await saved;
      saved = addBulkLines(services, { id, lines: chunk });
      // That it failed is heard where it is waited for.
      saved.catch(() => {});
      chunk = [];
    }
    await saved;
    await startBulkJob(services, { id, lines: chunk });
    return { id };
  } catch (error) {
    // What is still being saved must be there to be dropped.
    await saved.catch(() => {});
    await abandonBulkJob(services, { id });
    throw error;
  }
}

const openBulkJob = command({
  permission: "order.write",
  input: z.object({ projectId: z.uuid(), kind: z.enum(BULK_JOB_KINDS) }),
  run: async ({ tx, actor, now, newId }, { projectId, kind }) => {
    const { organizationId } = actor;
    if (kind === "drivers") authorize(actor, "fleet.write");
    found(await findProject(tx, organizationId, projectId), "project");
    const id = newId();
    const row = { organizationId, id, projectId, kind, status: "receiving" as const, createdAt: now, updatedAt: now };
    await insertBulkJob(tx, row);
    return untraced({ id });
  },
});

const linesSchema = z.object({ id: z.uuid(), lines: z.custom<readonly ReceivedLine[]>(Array.isArray) });

const addBulkLines = command({
  permission: "order.write",
  input: linesSchema,
  run: async ({ tx, actor, now }, { id, lines }) => {
    const job = found(await lockBulkJob(tx, actor.organizationId, id), "job");
    const counts = countsAfter(job, lines);
    await insertBulkLines(tx, lines.map(rowOf(actor.organizationId, id)));
    await updateBulkJob(tx, actor.organizationId, id, { ...counts, updatedAt: now });
    return untraced(null);
  },
});

const startBulkJob = command({
  permission: "order.write",
  input: linesSchema,
  run: async ({ tx, actor, now, enqueue }, { id, lines }) => {
    const { organizationId } = actor;
    const job = found(await lockBulkJob(tx, organizationId, id), "job");
    const counts = countsAfter(job, lines);
    await insertBulkLines(tx, lines.map(rowOf(organizationId, id)));
    const isDone = counts.processed === counts.total;
    await updateBulkJob(tx, organizationId, id, {
      ...counts,
      status: isDone ? bulkJobEnd(counts) : "queued",
      ...(isDone && { finishedAt: now }),
      updatedAt: now,
    });
    if (!isDone) await enqueue("run-bulk-job", { jobId: id });
    const data = { kind: job.kind, lines: counts.total };
    return changed({ id }, [{ type: "bulk-job.received", entity: "bulk-job", entityId: id, data }]);
  },
});

const abandonBulkJob = command({
  permission: "order.write",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, now }, { id }) => {
    await dropWaitingBulkLines(tx, actor.organizationId, id);
    const failure = "The lines stopped coming before their end.";
    await updateBulkJob(tx, actor.organizationId, id, { status: "failed", failure, finishedAt: now, updatedAt: now });
    return untraced(null);
  },
});

/** What is wrong already counts as gone through. */
function countsAfter(job: { total: number; processed: number; failed: number }, lines: readonly ReceivedLine[]) {
  const refused = lines.filter(({ error }) => error !== undefined).length;
  return { total: job.total + lines.length, processed: job.processed + refused, failed: job.failed + refused };
}

const rowOf =
  (organizationId: string, jobId: string) =>
  ({ lineNumber, item, error }: ReceivedLine): BulkLineRow => ({
    organizationId,
    jobId,
    lineNumber,
    item: item ?? null,
    error: error ?? null,
  });
