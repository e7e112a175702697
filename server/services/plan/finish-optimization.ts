import "server-only";
import { z } from "zod";
import { lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import type { OptimizationDraft, OptimizationProgress } from "@/server/domain/plan/optimization-run";
import { changed, command, unchanged } from "../kernel/command";

/** A worker hands over its draft; false when nobody wants it any more. */
export const finishOptimization = command({
  permission: "plan.edit",
  input: z.object({
    optimizationId: z.uuid(),
    progress: z.custom<OptimizationProgress>(),
    draft: z.custom<OptimizationDraft>(),
  }),
  run: async ({ tx, actor, now }, { optimizationId, progress, draft }) => {
    const run = await lockOptimization(tx, actor.organizationId, optimizationId);
    if (run?.status !== "running" || run.progress.attempts !== progress.attempts) return unchanged(false);
    const change = { status: "ready" as const, progress, draft, heartbeatAt: now, updatedAt: now };
    await updateOptimization(tx, actor.organizationId, run.id, change);
    const data = { optimizationId, costCents: draft.costCents, unassigned: draft.unassigned.length };
    const { planId } = run;
    return changed(true, [{ type: "plan.optimization-ready", entity: "plan", entityId: planId, planId, data }]);
  },
});
