import "server-only";
import { lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import { NO_PROGRESS, type OptimizationRequest } from "@/server/domain/plan/optimization-run";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { command, unchanged } from "../kernel/command";

export interface BegunOptimization {
  readonly planId: string;
  readonly request: OptimizationRequest;
  /** This attempt's number, from 1; whoever holds an older one has been replaced. */
  readonly attempt: number;
}

/**
 * A worker takes a run up; null when there is nothing to do any more: it is gone, discarded, over. Progress is no part
 * of the log: it is overwritten every second and nobody looks back at it.
 */
export const beginOptimization = command({
  permission: "plan.edit",
  input: optimizationIdSchema,
  run: async ({ tx, actor, now }, { optimizationId }) => {
    const run = await lockOptimization(tx, actor.organizationId, optimizationId);
    if (!run || (run.status !== "queued" && run.status !== "running")) return unchanged<BegunOptimization | null>(null);
    const attempt = run.progress.attempts + 1;
    await updateOptimization(tx, actor.organizationId, run.id, {
      status: "running",
      progress: { ...NO_PROGRESS, phase: "travel", attempts: attempt },
      heartbeatAt: now,
      updatedAt: now,
    });
    return unchanged<BegunOptimization | null>({ planId: run.planId, request: run.request, attempt });
  },
});
