import "server-only";
import { lockPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import {
  discardReadyOptimizations,
  findActiveOptimization,
  findPlanningRuns,
  insertOptimization,
} from "@/db/queries/plan/optimizations";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { NO_PROGRESS } from "@/server/domain/plan/optimization-run";
import { requestPlanningSchema } from "@/server/domain/plan/plan-schema";
import { type CommandScope, changed, command } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { giveUpStalled, isStalled } from "./request-optimization";

/**
 * Has the optimizer plan days together; what it finds becomes their plans by itself. Each day has a run of its own, so
 * that nobody else begins there, and all share the fate of the first. Refused whole where one of the days is at work.
 */
export const requestPlanning = command({
  permission: "plan.edit",
  input: requestPlanningSchema,
  run: async (scope, { days, others, ...way }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const plans = new Map<string, PlanRow>();
    // In the order of ids, as everybody who holds several plans.
    for (const planId of days.map((day) => day.planId).sort()) {
      plans.set(planId, found(await lockPlan(tx, organizationId, planId), "plan"));
      await makeRoom(scope, planId);
    }
    const planning = { dates: days.map(({ planId }) => plans.get(planId)!.date) };
    const events: DomainEvent[] = [];
    const started: { id: string; number: number }[] = [];
    for (const { planId, routeIds, visitIds } of days) {
      const id = scope.newId();
      const request = {
        ...way,
        strategies: ["cheapest" as const],
        scope: { kind: "selection" as const, routeIds, visitIds, others },
        planning,
      };
      const number = await insertOptimization(tx, {
        organizationId,
        id,
        planId,
        firstId: started[0]?.id ?? null,
        requestedBy: actor.id,
        status: "queued",
        request,
        progress: NO_PROGRESS,
        createdAt: now,
        updatedAt: now,
      });
      started.push({ id, number });
      const data = { optimizationId: id, ...request };
      events.push({ type: "plan.optimization-requested", entity: "plan", entityId: planId, planId, data });
    }
    const [first] = started;
    await scope.enqueue("optimize-plan", { optimizationId: first!.id });
    return changed({ optimizationId: first!.id, number: first!.number }, events);
  },
});

/** Refuses where a run is at work on the plan; one that will not be heard of, or waits for nobody, makes way. */
async function makeRoom(scope: CommandScope<unknown>, planId: string): Promise<void> {
  const { tx, actor, now } = scope;
  const active = await findActiveOptimization(tx, actor.organizationId, planId);
  if (active && !isStalled(active, now)) {
    const [first] = await findPlanningRuns(tx, actor.organizationId, active.id);
    const details = { reason: "optimizer-busy", number: first!.number } as const;
    throw new ServiceError("refused", "The optimizer is at work on one of these days.", details);
  }
  if (active) await giveUpStalled(scope, active.id);
  await discardReadyOptimizations(tx, actor.organizationId, planId, now);
}
