import "server-only";
import { lockPlanningRuns, updateOptimizations } from "@/db/queries/plan/optimizations";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Ends the search with the best routes so far, which then wait as a draft; of a planning, on all its days. */
export const stopOptimization = command({
  permission: "plan.edit",
  input: optimizationIdSchema,
  run: async ({ tx, actor, now }, { optimizationId }) => {
    const runs = await lockPlanningRuns(tx, actor.organizationId, optimizationId);
    const { status } = found(
      runs.find(({ id }) => id === optimizationId),
      "optimization",
    );
    const stopping = runs.filter(
      (run) => (run.status === "queued" || run.status === "running") && run.stopRequestedAt === null,
    );
    if (stopping.length === 0) return unchanged({ status });
    const ids = stopping.map(({ id }) => id);
    await updateOptimizations(tx, actor.organizationId, ids, { stopRequestedAt: now, updatedAt: now });
    return changed(
      { status },
      stopping.map(({ id, planId }) => {
        const data = { optimizationId: id };
        return { type: "plan.optimization-stopped" as const, entity: "plan", entityId: planId, planId, data };
      }),
    );
  },
});
