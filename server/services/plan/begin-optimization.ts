import "server-only";
import { lockPlanningRuns, updateOptimizations } from "@/db/queries/plan/optimizations";
import { NO_PROGRESS, type OptimizationRequest } from "@/server/domain/plan/optimization-run";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { command, unchanged } from "../kernel/command";

export interface BegunOptimization {
  /** The run itself, or the first of its planning. */
  readonly optimizationId: string;
  readonly request: OptimizationRequest;
  /** This attempt's number, from 1; whoever holds an older one has been replaced. */
  readonly attempt: number;
}

/**
 * A worker takes a run up, with the others of its planning; null when there is nothing to do any more: it is gone,
 * discarded, over. Progress is no part of the log: it is overwritten every second and nobody looks back at it.
 */
export const beginOptimization = command({
  permission: "plan.edit",
  input: optimizationIdSchema,
  run: async ({ tx, actor, now }, { optimizationId }) => {
    const runs = await lockPlanningRuns(tx, actor.organizationId, optimizationId);
    const [first] = runs;
    const isWanted = runs.every(({ status }) => status === "queued" || status === "running");
    if (!first || !isWanted) return unchanged<BegunOptimization | null>(null);
    const attempt = first.progress.attempts + 1;
    const ids = runs.map(({ id }) => id);
    await updateOptimizations(tx, actor.organizationId, ids, {
      status: "running",
      progress: { ...NO_PROGRESS, phase: "travel", attempts: attempt },
      heartbeatAt: now,
      updatedAt: now,
    });
    return unchanged<BegunOptimization | null>({ optimizationId: first.id, request: first.request, attempt });
  },
});
