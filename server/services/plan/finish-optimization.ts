import "server-only";
import { z } from "zod";
import { lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import type { OptimizationDraft, OptimizationProgress } from "@/server/domain/plan/optimization-run";
import { changed, command, unchanged } from "../kernel/command";

/** A worker hands over its drafts; false when nobody wants it any more. */
export const finishOptimization = command({
  permission: "plan.edit",
  input: z.object({
    optimizationId: z.uuid(),
    progress: z.custom<OptimizationProgress>(),
    drafts: z.array(z.custom<OptimizationDraft>()).min(1),
  }),
  run: async ({ tx, actor, now }, { optimizationId, progress, drafts }) => {
    const run = await lockOptimization(tx, actor.organizationId, optimizationId);
    if (run?.status !== "running" || run.progress.attempts !== progress.attempts) return unchanged(false);
    const change = { status: "ready" as const, progress, drafts, heartbeatAt: now, updatedAt: now };
    await updateOptimization(tx, actor.organizationId, run.id, change);
    const data = {
      optimizationId,
      drafts: drafts.map(({ strategy, figures }) => ({
        strategy,
        costCents: figures.costCents,
        unassigned: figures.unassigned,
      })),
    };
    const { planId } = run;
    return changed(true, [{ type: "plan.optimization-ready", entity: "plan", entityId: planId, planId, data }]);
  },
});
