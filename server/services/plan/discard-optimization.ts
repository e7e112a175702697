import "server-only";
import { lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Throws a run away, whether it is waiting, working or ready. A committed one can only be undone. */
export const discardOptimization = command({
  permission: "plan.edit",
  input: optimizationIdSchema,
  run: async ({ tx, actor, now }, { optimizationId }) => {
    const run = found(await lockOptimization(tx, actor.organizationId, optimizationId), "optimization");
    if (run.status === "discarded") return unchanged({ status: run.status });
    if (run.status === "committed") {
      throw new ServiceError("refused", "These routes are already in the plan: undo them instead.", {
        reason: "committed",
      });
    }
    await updateOptimization(tx, actor.organizationId, run.id, { status: "discarded", updatedAt: now });
    const { planId } = run;
    const event = { type: "plan.optimization-discarded" as const, entity: "plan", entityId: planId, planId };
    return changed({ status: "discarded" as const }, [{ ...event, data: { optimizationId } }]);
  },
});
