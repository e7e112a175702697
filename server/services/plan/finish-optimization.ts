import "server-only";
import { z } from "zod";
import { lockPlanningRuns, updateOptimization } from "@/db/queries/plan/optimizations";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { OptimizationDraft, OptimizationProgress } from "@/server/domain/plan/optimization-run";
import { changed, command, unchanged } from "../kernel/command";

/** A run's drafts, one per strategy. */
const draftedRunSchema = z.object({
  optimizationId: z.uuid(),
  drafts: z.array(z.custom<OptimizationDraft>()).min(1),
});
export type DraftedRun = z.output<typeof draftedRunSchema>;

/** A worker hands over its drafts, those of all runs of a planning; false when nobody wants them any more. */
export const finishOptimization = command({
  permission: "plan.edit",
  input: z.object({ progress: z.custom<OptimizationProgress>(), runs: z.array(draftedRunSchema).min(1) }),
  run: async ({ tx, actor, now }, { progress, runs: drafted }) => {
    const held = await lockPlanningRuns(tx, actor.organizationId, drafted[0]!.optimizationId);
    const isWanted = held.every((run) => run.status === "running" && run.progress.attempts === progress.attempts);
    if (held.length === 0 || !isWanted) return unchanged(false);
    const events: DomainEvent[] = [];
    for (const { id, planId } of held) {
      const { drafts } = drafted.find(({ optimizationId }) => optimizationId === id)!;
      const change = { status: "ready" as const, progress, drafts, heartbeatAt: now, updatedAt: now };
      await updateOptimization(tx, actor.organizationId, id, change);
      const figures = drafts.map(({ strategy, figures: { costCents, unassigned } }) => ({
        strategy,
        costCents,
        unassigned,
      }));
      const data = { optimizationId: id, drafts: figures };
      events.push({ type: "plan.optimization-ready", entity: "plan", entityId: planId, planId, data });
    }
    return changed(true, events);
  },
});
