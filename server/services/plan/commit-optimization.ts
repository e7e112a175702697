import "server-only";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { findOptimization, lockOptimization } from "@/db/queries/plan/optimizations";
import { refreshStatistics } from "@/db/queries/refresh-statistics";
import { chosenDraft } from "@/server/domain/plan/draft-board";
import { commitOptimizationSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { type CommitResult, commitDraft, NOTHING_KEPT } from "./commit-draft";
import { repeatedEdit } from "./edit-outcome";

/**
 * Makes a draft the plan, as one step that can be undone. What people changed since the optimizer read the day comes
 * after it: stops they moved stay where they are, routes they locked stay as they are, and the answer names both. Orders
 * that came in since stay in the pool.
 */
export const commitOptimization = command({
  permission: "plan.edit",
  input: commitOptimizationSchema,
  run: async (scope, input) => {
    const { optimizationId, mutationId, strategy, confirmed } = input;
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const { planId } = found(await findOptimization(tx, organizationId, optimizationId), "optimization");
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId, input);
    if (repeated) return unchanged<CommitResult>({ ...repeated, kept: NOTHING_KEPT });
    const run = found(await lockOptimization(tx, organizationId, optimizationId), "optimization");
    // A planning becomes the plan by itself, on all its days.
    const isProposal = run.status === "ready" && !run.request.planning;
    const draft = isProposal ? chosenDraft(run.drafts, strategy) : undefined;
    if (!draft) {
      throw new ServiceError("refused", "There is no draft to commit.", { reason: "not-ready", status: run.status });
    }
    const { result, events } = await commitDraft(scope, {
      plan,
      run,
      draft,
      mutationId,
      confirmed,
      request: input,
    });
    await refreshStatistics(tx);
    return changed<CommitResult>(result, events);
  },
});
