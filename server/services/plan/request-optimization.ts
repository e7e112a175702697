import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Tx } from "@/db/client";
import { lockPlan, type PlanRow } from "@/db/queries/plan/find-plan";
import { loadRoutes, type RouteRow } from "@/db/queries/plan/load-routes";
import { loadVisits } from "@/db/queries/plan/load-visits";
import {
  discardReadyOptimizations,
  findActiveOptimization,
  insertOptimization,
  lockPlanningRuns,
  type OptimizationRow,
  updateOptimizations,
} from "@/db/queries/plan/optimizations";
import type { Actor } from "@/server/domain/access/actor";
import { NO_PROGRESS, type OptimizationRequest } from "@/server/domain/plan/optimization-run";
import { isOpenToChange } from "@/server/domain/plan/plan-board";
import { requestOptimizationSchema } from "@/server/domain/plan/plan-schema";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";

type Scope = NonNullable<OptimizationRequest["scope"]>;

/** A run whose process has been silent for this long will not be heard of again. */
const STALLED_SECONDS = 150;

/** True when a run still counts as running although nothing works on it. */
export function isStalled(run: Pick<OptimizationRow, "status" | "heartbeatAt">, now: Date): boolean {
  const silentMs = now.getTime() - (run.heartbeatAt?.getTime() ?? now.getTime());
  return run.status === "running" && silentMs > STALLED_SECONDS * 1000;
}

/** Makes way for another run: this one, with the others of its planning, will not be heard of again. */
export async function giveUpStalled(
  { tx, actor, now }: Pick<CommandScope<unknown>, "tx" | "actor" | "now">,
  optimizationId: string,
): Promise<void> {
  const { organizationId } = actor;
  const runs = await lockPlanningRuns(tx, organizationId, optimizationId);
  const ids = runs.filter(({ status }) => status === "queued" || status === "running").map(({ id }) => id);
  const failure = "The optimizer stopped without an answer.";
  await updateOptimizations(tx, organizationId, ids, { status: "failed", failure, updatedAt: now });
}

/**
 * Has the optimizer plan the day's unlocked routes, or the part of the day named. A plan has one run at a time: a second
 * request for the same joins the first, one for another part is refused.
 */
export const requestOptimization = command({
  permission: "plan.edit",
  input: requestOptimizationSchema,
  run: async (scope, { planId, ...asked }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const routes = await loadRoutes(tx, organizationId, planId);
    const request = { ...asked, scope: withinReach(actor, routes, asked.scope) };
    const active = await findActiveOptimization(tx, organizationId, planId);
    if (active && !isStalled(active, now)) {
      if (!active.request.planning && isDeepStrictEqual(active.request.scope ?? null, request.scope)) {
        return unchanged({ optimizationId: active.id, number: active.number, isJoined: true });
      }
      const message = "The optimizer is at work on another part of this plan. Stop it or wait for it.";
      throw new ServiceError("refused", message, {
        reason: "optimizer-busy",
        number: active.number,
      });
    }
    await refuseForeign(tx, organizationId, plan, routes, request.scope);
    if (!routes.some((route) => mayBeChanged(route, request.scope))) {
      const message = routes.length === 0 ? "Choose drivers first." : "Every route is locked or already dispatched.";
      throw new ServiceError("refused", message, { reason: routes.length === 0 ? "no-drivers" : "all-locked" });
    }
    if (active) await giveUpStalled(scope, active.id);
    await discardReadyOptimizations(tx, organizationId, planId, now);
    const { maxIterations, ...rest } = request;
    const id = scope.newId();
    const number = await insertOptimization(tx, {
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
    return changed({ optimizationId: id, number, isJoined: false }, [
      { ...event, data: { optimizationId: id, ...request } },
    ]);
  },
});

/** Who sees some depots only has their routes planned: the optimizer, who sees all, is told which those are. */
function withinReach({ reach }: Actor, routes: readonly RouteRow[], scope: Scope | null): Scope | null {
  if (!reach?.depotIds || (scope && scope.kind !== "stops")) return scope;
  const routeIds = routes.filter(({ status, locked }) => status === "planned" && !locked).map(({ id }) => id);
  return { kind: "selection", routeIds, visitIds: scope?.visitIds ?? null, others: "included" };
}

/** What is named must be of this plan. */
async function refuseForeign(
  tx: Tx,
  organizationId: string,
  plan: PlanRow,
  routes: readonly RouteRow[],
  scope: Scope | null,
): Promise<void> {
  if (scope && scope.kind !== "stops" && scope.routeIds.some((id) => !routes.some((route) => route.id === id))) {
    throw new ServiceError("refused", "A route named is not of this plan.", { reason: "route-not-found" });
  }
  if (!scope || scope.kind === "routes" || scope.visitIds === null || scope.visitIds.length === 0) return;
  const known = new Set((await loadVisits(tx, organizationId, plan, scope.visitIds)).map((visit) => visit.id));
  if (scope.visitIds.every((id) => known.has(id))) return;
  throw new ServiceError("refused", "A stop named is not part of this day.", { reason: "visit-not-found" });
}

/** A sent route only where it is named. */
function mayBeChanged({ id, status, locked }: RouteRow, scope: Scope | null): boolean {
  if (locked) return false;
  if (!scope || scope.kind === "stops") return status === "planned";
  return scope.routeIds.includes(id) && isOpenToChange(status);
}
