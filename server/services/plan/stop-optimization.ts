import "server-only";
import { lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";

/** Ends the search with the best routes so far, which then wait as a draft. */
export const stopOptimization = command({
  permission: "plan.edit",
  input: optimizationIdSchema,
  run: async ({ tx, actor, now }, { optimizationId }) => {
    const run = found(await lockOptimization(tx, actor.organizationId, optimizationId), "optimization");
    const isActive = run.status === "queued" || run.status === "running";
    if (!isActive || run.stopRequestedAt) return unchanged({ status: run.status });
    await updateOptimization(tx, actor.organizationId, run.id, { stopRequestedAt: now, updatedAt: now });
    const { planId } = run;
    const event = { type: "plan.optimization-stopped" as const, entity: "plan", entityId: planId, planId };
    return changed({ status: run.status }, [{ ...event, data: { optimizationId } }]);
  },
});
