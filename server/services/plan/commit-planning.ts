import "server-only";
import { lockPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import { findPlanningRuns, lockPlanningRuns } from "@/db/queries/plan/optimizations";
import { refreshStatistics } from "@/db/queries/refresh-statistics";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { bringOrders, type DraftedDay } from "./bring-orders";
import { commitDraft } from "./commit-draft";

/**
 * Makes what a planning has found the plans of its days, in one step: orders go to the days they were planned on, then each
 * day gets its routes. What people changed meanwhile stays. Nothing is done where somebody has ended it.
 */
export const commitPlanning = command({
  permission: "plan.edit",
  input: optimizationIdSchema,
  run: async (scope, input) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const seen = await findPlanningRuns(tx, organizationId, input.optimizationId);
    const plans = new Map<string, PlanRow>();
    // In the order of ids, as everybody who holds several plans.
    for (const planId of seen.map((run) => run.planId).sort()) {
      plans.set(planId, found(await lockPlan(tx, organizationId, planId), "plan"));
    }
    const runs = await lockPlanningRuns(tx, organizationId, input.optimizationId);
    const days = runs.flatMap((run): DraftedDay[] => {
      const [draft] = run.drafts ?? [];
      const isReady = run.status === "ready" && draft !== undefined && plans.has(run.planId);
      return isReady ? [{ plan: plans.get(run.planId)!, run, draft }] : [];
    });
    if (days.length === 0 || days.length < runs.length) return unchanged(false);
    const { events: brought, stayingVisitIds } = await bringOrders(scope, days);
    const events: DomainEvent[] = [...brought];
    for (const { plan, run, draft } of days) {
      const mutationId = `settle-${run.id}`;
      // A program has nobody who would look at it first.
      const asked = { plan, run, draft, mutationId, confirmed: null, request: input, stayingVisitIds };
      const committed = await commitDraft(scope, asked);
      events.push(...committed.events);
    }
    await refreshStatistics(tx);
    return changed(true, events);
  },
});
