import "server-only";
import { z } from "zod";
import { insertBulkJob, insertBulkLines, updateBulkJob } from "@/db/queries/api/bulk-jobs";
import { insertReplayLines } from "@/db/queries/api/replay-lines";
import { listSeqsOfDeliveries, listSeqsThere } from "@/db/queries/event/list-events";
import { findHomeProject } from "@/db/queries/project/find-project";
import { findWebhook } from "@/db/queries/webhook/webhooks";
import type { ReplayItem } from "@/server/domain/bulk/bulk-job";
import { bulkJobEnd } from "@/server/domain/bulk/bulk-job";
import { HEARD_EVENT_TYPES } from "@/server/domain/webhook/messages-of-event";
import { type CommandScope, changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

const MOST_IDS = 1000;

/** One thing to be said again: an entry of the log, all of a delivery's, or (null) a name nobody knows. */
const wantedSchema = z.union([z.object({ seq: z.int().min(1) }), z.object({ deliveryId: z.uuid() })]).nullable();

const inputSchema = z
  .object({
    target: z.enum(["webhooks", "analytics"]).default("webhooks"),
    /** Received in this span; exclusive at its end. */
    from: z.date().optional(),
    before: z.date().optional(),
    wanted: z.array(wantedSchema).max(MOST_IDS).optional(),
    webhookIds: z.array(z.uuid()).max(100).nullable().default(null),
  })
  .refine(({ from, before, wanted }) => from !== undefined || before !== undefined || wanted !== undefined, {
    message: "needs a range or ids",
  });

/** Starts a job that says again what the log says of a span, or of some things, line by line; which can be stopped. */
export const startReplay = command({
  permission: "settings.write",
  input: inputSchema,
  run: async (scope, input) => {
    const { tx, actor, now, newId, enqueue } = scope;
    const { organizationId } = actor;
    const home = await findHomeProject(tx, organizationId);
    if (!home) throw new ServiceError("refused", "There is no project yet.", { reason: "no-such", what: "project" });
    for (const id of input.webhookIds ?? []) found(await findWebhook(tx, organizationId, id), "webhook");
    const id = newId();
    const row = { organizationId, id, projectId: home.id, kind: "replay" as const, createdAt: now, updatedAt: now };
    await insertBulkJob(tx, { ...row, status: "queued" });
    const { total, failed } = input.wanted ? await addWanted(scope, id, input) : await addSpan(scope, id, input);
    const counts = { total, processed: failed, failed };
    const isDone = total === failed;
    const end = { status: bulkJobEnd(counts), finishedAt: now };
    await updateBulkJob(tx, organizationId, id, { ...counts, ...(isDone && end) });
    if (!isDone) await enqueue("run-bulk-job", { jobId: id });
    const data = { kind: "replay", target: input.target, lines: total };
    return changed({ id }, [{ type: "bulk-job.received", entity: "bulk-job", entityId: id, data }]);
  },
});

type Wanted = z.output<typeof inputSchema>;

async function addSpan(
  { tx, actor }: CommandScope<unknown>,
  jobId: string,
  { target, webhookIds, from, before }: Wanted,
) {
  const item = { target, webhookIds };
  const types = target === "analytics" ? ["route.finished"] : HEARD_EVENT_TYPES;
  return { total: await insertReplayLines(tx, actor.organizationId, jobId, item, { types, from, before }), failed: 0 };
}

async function addWanted(
  { tx, actor }: CommandScope<unknown>,
  jobId: string,
  { target, webhookIds, wanted = [] }: Wanted,
) {
  const { organizationId } = actor;
  const seqs = wanted.flatMap((each) => (each && "seq" in each ? each.seq : []));
  const deliveryIds = wanted.flatMap((each) => (each && "deliveryId" in each ? each.deliveryId : []));
  const there = new Set(await listSeqsThere(tx, organizationId, seqs));
  const ofDelivery = await listSeqsOfDeliveries(tx, organizationId, deliveryIds);
  const known = new Set<number>();
  const items: ReplayItem[] = [];
  const errors: number[] = [];
  wanted.forEach((each, index) => {
    const mine =
      each === null
        ? []
        : "seq" in each
          ? [each.seq].filter((seq) => there.has(seq))
          : (ofDelivery.get(each.deliveryId) ?? []);
    if (mine.length === 0) errors.push(index + 1);
    for (const seq of mine) {
      if (known.has(seq)) continue;
      known.add(seq);
      items.push({ seq, target, webhookIds });
    }
  });
  const error = { code: "not_found", message: "There is no such event or delivery." };
  const base = wanted.length;
  await insertBulkLines(tx, [
    ...errors.map((lineNumber) => ({ organizationId, jobId, lineNumber, item: null, error })),
    ...items.map((item, index) => ({ organizationId, jobId, lineNumber: base + index + 1, item, error: null })),
  ]);
  return { total: items.length + errors.length, failed: errors.length };
}
