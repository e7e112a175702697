import "server-only";
import { z } from "zod";
import { lockPlanningRuns, updateOptimizations } from "@/db/queries/plan/optimizations";
import type { OptimizationProgress } from "@/server/domain/plan/optimization-run";
import { command, unchanged } from "../kernel/command";

/** The first day's run tells how far a planning is; the others are told so often, to be seen alive. */
const OTHERS_MILLISECONDS = 5000;

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
    const runs = await lockPlanningRuns(tx, actor.organizationId, optimizationId);
    const [first] = runs;
    const isActive = first?.status === "running" && first.progress.attempts === progress.attempts;
    if (isActive) {
      const silentMs = (heartbeatAt: Date | null) => now.getTime() - (heartbeatAt?.getTime() ?? 0);
      const told = runs.filter((run) => run === first || silentMs(run.heartbeatAt) >= OTHERS_MILLISECONDS);
      const ids = told.map(({ id }) => id);
      await updateOptimizations(tx, actor.organizationId, ids, { progress, heartbeatAt: now });
    }
    const isStopRequested = isActive && runs.some((run) => run.stopRequestedAt !== null);
    return unchanged<ReportAnswer>({ isActive, isStopRequested });
  },
});
