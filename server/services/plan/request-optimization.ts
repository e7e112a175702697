import "server-only";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import {
  discardReadyOptimizations,
  findActiveOptimization,
  insertOptimization,
  type OptimizationRow,
  updateOptimization,
} from "@/db/queries/plan/optimizations";
import { NO_PROGRESS } from "@/server/domain/plan/optimization-run";
import { requestOptimizationSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

/** A run whose process has been silent for this long will not be heard of again. */
const STALLED_SECONDS = 150;

/** True when a run still counts as running although nothing works on it. */
export function isStalled(run: Pick<OptimizationRow, "status" | "heartbeatAt">, now: Date): boolean {
  const silentMs = now.getTime() - (run.heartbeatAt?.getTime() ?? now.getTime());
  return run.status === "running" && silentMs > STALLED_SECONDS * 1000;
}

/** Has the optimizer plan the day's unlocked routes. A plan has one run at a time: a second request joins the first. */
export const requestOptimization = command({
  permission: "plan.edit",
  input: requestOptimizationSchema,
  run: async (scope, { planId, ...request }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    found(await lockPlan(tx, organizationId, planId), "plan");
    const active = await findActiveOptimization(tx, organizationId, planId);
    if (active && !isStalled(active, now)) return unchanged({ optimizationId: active.id, isJoined: true });
    const routes = await loadRoutes(tx, organizationId, planId);
    if (!routes.some((route) => route.status === "planned" && !route.locked)) {
      const message = routes.length === 0 ? "Choose drivers first." : "Every route is locked or already dispatched.";
      throw new ServiceError("refused", message, { reason: routes.length === 0 ? "no-drivers" : "all-locked" });
    }
    if (active) {
      const failure = "The optimizer stopped without an answer.";
      await updateOptimization(tx, organizationId, active.id, { status: "failed", failure, updatedAt: now });
    }
    await discardReadyOptimizations(tx, organizationId, planId, now);
    const { maxIterations, ...rest } = request;
    const id = scope.newId();
    await insertOptimization(tx, {
      organizationId,
      id,
      planId,
      requestedBy: actor.id,
      status: "queued",
      request: { ...rest, ...(maxIterations !== undefined && { maxIterations }) },
      progress: NO_PROGRESS,
      createdAt: now,
      updatedAt: now,
    });
    await scope.enqueue("optimize-plan", { optimizationId: id });
    const event = { type: "plan.optimization-requested" as const, entity: "plan", entityId: planId, planId };
    return changed({ optimizationId: id, isJoined: false }, [{ ...event, data: { optimizationId: id, ...request } }]);
  },
});
