import "server-only";
import { z } from "zod";
import { lockBulkJob, settleBulkLines, takeBulkLines, updateBulkJob } from "@/db/queries/api/bulk-jobs";
import { findProject, type ProjectRow } from "@/db/queries/project/find-project";
import { refreshStatistics } from "@/db/queries/refresh-statistics";
import {
  type BulkItem,
  type BulkJobKind,
  type BulkLineError,
  bulkJobEnd,
  type DriverItem,
  type ReplayItem,
} from "@/server/domain/bulk/bulk-job";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { DeliveryDraft } from "@/server/domain/order/merge-draft";
import { type CommandScope, changed, command, unchanged, untraced } from "../kernel/command";
import { found } from "../kernel/service-error";
import { upsertDeliveries } from "../order/upsert-deliveries";
import { takeDrivers } from "./take-drivers";
import { takeReplay } from "./take-replay";

interface Taken {
  /** Why items could not be taken in, by their places. */
  readonly errors: ReadonlyMap<number, BulkLineError>;
  readonly events: readonly DomainEvent[];
}

/** What becomes of a job's items, by its kind. */
const TAKE: Readonly<
  Record<
    BulkJobKind,
    (scope: CommandScope<undefined>, project: ProjectRow, items: readonly BulkItem[]) => Promise<Taken>
  >
> = {
  deliveries: async (scope, project, items) => {
    const sent = (items as readonly DeliveryDraft[]).map((draft) => ({ draft }));
    const { verdicts, events } = await upsertDeliveries(scope, project, "create", sent);
    const errors = verdicts.flatMap((verdict, index) =>
      verdict.outcome === "refused" ? [[index, { code: verdict.reason, message: verdict.message }] as const] : [],
    );
    return { errors: new Map(errors), events };
  },
  drivers: async (scope, project, items) => {
    const verdicts = await takeDrivers(scope, project, items as readonly DriverItem[]);
    const errors = verdicts.flatMap((verdict, index) => ("error" in verdict ? [[index, verdict.error] as const] : []));
    const events = verdicts.flatMap((verdict) => ("event" in verdict ? verdict.event : []));
    return { errors: new Map(errors), events };
  },
  replay: async (scope, _project, items) => {
    await takeReplay(scope, items as readonly ReplayItem[]);
    return { errors: new Map(), events: [] };
  },
};

/**
 * Takes a job's next lines in. What they become and what is left of them is saved together or not at all, so a run that
 * was killed goes on where it was and doubles nothing. Says when there is nothing left to do.
 */
export const takeBulkLinesIn = command({
  permission: "order.write",
  input: z.object({ jobId: z.uuid(), limit: z.int().min(1).max(5000).default(1000) }),
  run: async (scope, { jobId, limit }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const job = found(await lockBulkJob(tx, organizationId, jobId), "job");
    if (job.status !== "queued" && job.status !== "running") return unchanged({ isDone: true });
    const project = found(await findProject(tx, organizationId, job.projectId), "project");
    const lines = await takeBulkLines(tx, organizationId, jobId, limit);
    const items = lines.map(({ item }) => item!);
    const { errors, events } = await TAKE[job.kind](scope, project, items);
    const taken: number[] = [];
    const refused: { lineNumber: number; error: BulkLineError }[] = [];
    lines.forEach(({ lineNumber }, index) => {
      const error = errors.get(index);
      if (error) refused.push({ lineNumber, error });
      else taken.push(lineNumber);
    });
    await settleBulkLines(tx, organizationId, jobId, taken, refused);
    const isDone = lines.length < limit;
    const counts = {
      total: job.total,
      processed: job.processed + lines.length,
      failed: job.failed + refused.length,
    };
    await updateBulkJob(tx, organizationId, jobId, {
      ...counts,
      status: isDone ? bulkJobEnd(counts) : "running",
      ...(isDone && { finishedAt: now }),
      updatedAt: now,
    });
    if (!isDone) return events.length > 0 ? changed({ isDone }, events) : untraced({ isDone });
    await refreshStatistics(tx);
    return changed({ isDone }, [
      ...events,
      { type: "bulk-job.finished", entity: "bulk-job", entityId: jobId, data: counts },
    ]);
  },
});
