import "server-only";
import { lockPlanningRuns, type OptimizationRow, updateOptimizations } from "@/db/queries/plan/optimizations";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** Throws a run away, whether it is waiting, working or ready; of a planning, on all its days. A committed one can only be undone. */
export const discardOptimization = command({
  permission: "plan.edit",
  input: optimizationIdSchema,
  run: async (scope, { optimizationId }) => {
    const runs = await lockPlanningRuns(scope.tx, scope.actor.organizationId, optimizationId);
    const run = found(
      runs.find(({ id }) => id === optimizationId),
      "optimization",
    );
    if (run.status === "discarded") return unchanged({ status: run.status });
    if (run.status === "committed") {
      throw new ServiceError("refused", "These routes are already in the plan: undo them instead.", {
        reason: "committed",
      });
    }
    return changed({ status: "discarded" as const }, await discardRuns(scope, runs));
  },
});

/** Ends these runs, which are held, without a trace on their plans; answers with the log's entries. */
export async function discardRuns(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  runs: readonly OptimizationRow[],
): Promise<DomainEvent[]> {
  const ids = runs.map(({ id }) => id);
  await updateOptimizations(tx, actor.organizationId, ids, { status: "discarded", updatedAt: now });
  return runs.map(({ id, planId }) => {
    const data = { optimizationId: id };
    return { type: "plan.optimization-discarded", entity: "plan", entityId: planId, planId, data };
  });
}
