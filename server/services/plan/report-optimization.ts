import "server-only";
import { z } from "zod";
import { lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import type { OptimizationProgress } from "@/server/domain/plan/optimization-run";
import { command, unchanged } from "../kernel/command";

export interface ReportAnswer {
  /** False: discarded, or taken over by another worker; stop, and leave no trace. */
  readonly isActive: boolean;
  /** True: end now with the best so far. */
  readonly isStopRequested: boolean;
}

/** A worker says how far it is, and learns whether anybody still wants it. */
export const reportOptimization = command({
  permission: "plan.edit",
  input: z.object({ optimizationId: z.uuid(), progress: z.custom<OptimizationProgress>() }),
  run: async ({ tx, actor, now }, { optimizationId, progress }) => {
    const run = await lockOptimization(tx, actor.organizationId, optimizationId);
    const isActive = run?.status === "running" && run.progress.attempts === progress.attempts;
    if (isActive) await updateOptimization(tx, actor.organizationId, run.id, { progress, heartbeatAt: now });
    return unchanged<ReportAnswer>({ isActive, isStopRequested: isActive && run.stopRequestedAt !== null });
  },
});
