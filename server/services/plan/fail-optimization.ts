import "server-only";
import { z } from "zod";
import { lockPlanningRuns, updateOptimizations } from "@/db/queries/plan/optimizations";
import { changed, command, unchanged } from "../kernel/command";

/** A worker gives up: the plan, or all plans of a planning, are as they were, and say so. */
export const failOptimization = command({
  permission: "plan.edit",
  input: z.object({ optimizationId: z.uuid(), attempt: z.int(), message: z.string().max(500) }),
  run: async ({ tx, actor, now }, { optimizationId, attempt, message }) => {
    const runs = await lockPlanningRuns(tx, actor.organizationId, optimizationId);
    const failing = runs.filter(({ status, request, progress }) => {
      const isAtWork = status === "running" || (status === "ready" && request.planning !== undefined);
      return isAtWork && progress.attempts === attempt;
    });
    if (failing.length === 0) return unchanged(false);
    const ids = failing.map(({ id }) => id);
    await updateOptimizations(tx, actor.organizationId, ids, { status: "failed", failure: message, updatedAt: now });
    return changed(
      true,
      failing.map(({ id, planId }) => {
        const data = { optimizationId: id, message };
        return { type: "plan.optimization-failed" as const, entity: "plan", entityId: planId, planId, data };
      }),
    );
  },
});
