import "server-only";
import { z } from "zod";
import { lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import { changed, command, unchanged } from "../kernel/command";

/** A worker gives up: the plan is as it was, and says so. */
export const failOptimization = command({
  permission: "plan.edit",
  input: z.object({ optimizationId: z.uuid(), attempt: z.int(), message: z.string().max(500) }),
  run: async ({ tx, actor, now }, { optimizationId, attempt, message }) => {
    const run = await lockOptimization(tx, actor.organizationId, optimizationId);
    const isAtWork = run?.status === "running" || (run?.status === "ready" && run.request.planning !== undefined);
    if (!run || !isAtWork || run.progress.attempts !== attempt) return unchanged(false);
    await updateOptimization(tx, actor.organizationId, run.id, { status: "failed", failure: message, updatedAt: now });
    const { planId } = run;
    const data = { optimizationId, message };
    return changed(true, [{ type: "plan.optimization-failed", entity: "plan", entityId: planId, planId, data }]);
  },
});
