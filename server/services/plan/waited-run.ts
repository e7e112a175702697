import "server-only";
import { z } from "zod";
import { lockPlan } from "@/db/queries/plan/find-plan";
import {
  findActiveOptimization,
  insertOptimization,
  lockOptimization,
  updateOptimization,
} from "@/db/queries/plan/optimizations";
import { NO_PROGRESS, type OptimizationProgress } from "@/server/domain/plan/optimization-run";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { giveUpStalled, isStalled } from "./request-optimization";

const SEED = 1;

/**
 * Says that a plan is being optimized while somebody waits for the answer: the desk sees it, and nobody else begins.
 * Refused as `optimizer-busy` where one is at work. Whoever begins ends (`endWaitedRun`).
 */
export const beginWaitedRun = command({
  permission: "plan.edit",
  input: z.object({ planId: z.uuid(), maxSeconds: z.int().min(1).max(120), keepDrivers: z.boolean() }),
  run: async (scope, { planId, maxSeconds, keepDrivers }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    found(await lockPlan(tx, organizationId, planId), "plan");
    const active = await findActiveOptimization(tx, organizationId, planId);
    if (active && !isStalled(active, now)) {
      throw new ServiceError("refused", "The optimizer is at work on this plan.", { reason: "optimizer-busy" });
    }
    if (active) await giveUpStalled(scope, active.id);
    const optimizationId = scope.newId();
    const request = {
      scope: null,
      strategies: ["cheapest" as const],
      startFrom: "current" as const,
      keepDrivers,
      balance: null,
      clustering: 0,
      maxSeconds,
      seed: SEED,
    };
    const progress: OptimizationProgress = { ...NO_PROGRESS, phase: "search", strategy: "cheapest", attempts: 1 };
    await insertOptimization(tx, {
      organizationId,
      id: optimizationId,
      planId,
      requestedBy: actor.id,
      status: "running",
      request,
      progress,
      heartbeatAt: now,
      createdAt: now,
      updatedAt: now,
    });
    const event = { type: "plan.optimization-requested" as const, entity: "plan", entityId: planId, planId };
    return changed({ optimizationId }, [{ ...event, data: { optimizationId, ...request } }]);
  },
});

/** Says that it is over: made the plan, or (`failure`) come to nothing. */
export const endWaitedRun = command({
  permission: "plan.edit",
  input: z.object({
    optimizationId: z.uuid(),
    failure: z.string().max(500).nullable(),
    assignedVisits: z.int().min(0).default(0),
    unassignedVisits: z.int().min(0).default(0),
  }),
  run: async ({ tx, actor, now }, { optimizationId, failure, ...figures }) => {
    const run = await lockOptimization(tx, actor.organizationId, optimizationId);
    if (run?.status !== "running") return unchanged(false);
    const { planId } = run;
    const status = failure === null ? "committed" : "failed";
    const progress = { ...run.progress, ...figures, phase: "done" as const, fraction: 1 };
    await updateOptimization(tx, actor.organizationId, run.id, { status, failure, progress, updatedAt: now });
    const type = failure === null ? "plan.committed" : "plan.optimization-failed";
    return changed(true, [{ type, entity: "plan", entityId: planId, planId, data: { optimizationId } }]);
  },
});
