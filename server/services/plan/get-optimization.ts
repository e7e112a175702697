import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { findLatestOptimization } from "@/db/queries/plan/optimizations";
import { diffPlan } from "@/server/domain/plan/diff-plan";
import { chosenDraft, draftBoard } from "@/server/domain/plan/draft-board";
import { getOptimizationSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadBoard } from "./load-board";
import { movedSinceDraft } from "./moved-since-draft";
import { isStalled } from "./request-optimization";

/**
 * The plan's newest run: how far it is, and once it is ready its drafts in figures and what one of them would change. Null when there was none. Ask every
 * second while it is queued or running.
 */
export const getOptimization = query({
  permission: "plan.read",
  input: getOptimizationSchema,
  run: async ({ tx, actor, now }, { planId, strategy }) => {
    const plan = found(await findPlan(tx, actor.organizationId, planId), "plan");
    const run = await findLatestOptimization(tx, actor.organizationId, planId);
    if (!run) return null;
    const { id, status, request, progress, failure, drafts, stopRequestedAt, createdAt } = run;
    const isStopping = stopRequestedAt !== null;
    /** Why the committed plan's stops are on no route. */
    const leftOut = (status === "committed" && drafts?.[0]?.unassigned) || [];
    const head = { id, status, request, progress, failure, createdAt, isStopping, leftOut };
    const draft = status === "ready" ? chosenDraft(drafts, strategy) : undefined;
    if (!draft) return { ...head, isStalled: isStalled(run, now), alternatives: [], preview: null };
    const board = await loadBoard(tx, actor.organizationId, plan, now);
    const movedSince = await movedSinceDraft(tx, actor.organizationId, board, draft);
    const after = draftBoard(board, draft, movedSince);
    return {
      ...head,
      isStalled: false,
      alternatives: (drafts ?? []).map(({ strategy, figures }) => ({ strategy, figures })),
      preview: {
        draft,
        diff: diffPlan(board.routes, after.routes),
        unplannedBefore: board.pool.length,
        unplannedAfter: after.pool.length,
        /** Stops that people have moved since: a commit leaves them where they are. */
        movedSince: [...movedSince],
      },
    };
  },
});
