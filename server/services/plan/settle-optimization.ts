import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import {
  findOptimization,
  listPlanningRuns,
  lockOptimization,
  updateOptimization,
} from "@/db/queries/plan/optimizations";
import { optimizationIdSchema } from "@/server/domain/plan/plan-schema";
import { command, untraced } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { commitOptimization } from "./commit-optimization";
import { failOptimization } from "./fail-optimization";
import { planDay } from "./plan-days";
import { readPlannable } from "./read-plannable";
import { rollOver } from "./roll-over";

/** A run of a planning that has its answer. */
const readSettling = query({
  permission: "plan.read",
  input: optimizationIdSchema,
  run: async ({ tx, actor }, { optimizationId }) => {
    const { organizationId } = actor;
    const run = await findOptimization(tx, organizationId, optimizationId);
    if (!run?.request.planning || (run.status !== "ready" && run.status !== "committed")) return null;
    const runs = await listPlanningRuns(tx, organizationId, run.number);
    const plan = (await findPlan(tx, organizationId, run.planId))!;
    const [draft] = run.drafts ?? [];
    return {
      status: run.status,
      request: run.request,
      planning: run.request.planning,
      attempt: run.progress.attempts,
      firstId: run.firstId ?? run.id,
      isLast: runs.at(-1)!.id === run.id,
      planId: plan.id,
      projectId: plan.projectId,
      /** What found no room. */
      leftVisitIds: (draft?.unassigned ?? [])
        .filter(({ reasons }) => !reasons.some(({ rule }) => rule === "unlocated"))
        .map(({ visitId }) => visitId),
      date: plan.date,
    };
  },
});

/**
 * What a run of a planning has found becomes the plan; then what found no room goes to the next day that will have it, and
 * that day's run begins. Said again it goes on where it stopped. Of other runs nothing is done: people decide on them.
 */
export async function settleOptimization(
  services: ServiceContext,
  { optimizationId }: { readonly optimizationId: string },
): Promise<void> {
  const run = await readSettling(services, { optimizationId });
  if (!run) return;
  if (run.status === "ready") {
    try {
      await commitOptimization(services, { optimizationId, mutationId: `settle-${optimizationId}` });
    } catch (error) {
      if (!isDecided(error)) throw error;
      await failOptimization(services, { optimizationId, attempt: run.attempt, message: error.message });
      return;
    }
  }
  const { laterDates } = run.planning;
  if (laterDates.length === 0 || !run.isLast) return;
  await rollOn(services, optimizationId, run);
  const { planning, request, firstId, projectId } = run;
  const { startFrom, keepDrivers, balance, clustering, reload = null, maxSeconds } = request;
  const others = request.scope?.kind === "selection" ? request.scope.others : "included";
  const way = { others, startFrom, keepDrivers, balance, clustering, reload, maxSeconds };
  for (let index = 0; index < laterDates.length; index++) {
    const dates = laterDates.slice(index);
    const visits = await readPlannable(services, { projectId, date: dates[0]! });
    // A day without anything to bring, or without anybody to bring it, is passed over, and one that is being planned.
    if (!visits.some(({ isLocated }) => isLocated)) continue;
    const next = await planDay(services, { ...planning, ...way, projectId, dates }, visits, firstId);
    if (next?.kind === "started") return;
    // Unless the run there is this planning's own, begun when this was said before.
    if (next && !(await readSettling(services, { optimizationId }))?.isLast) return;
  }
  await endPlanning(services, { optimizationId });
}

/** No further day follows this one. */
const endPlanning = command({
  permission: "plan.edit",
  input: optimizationIdSchema,
  run: async ({ tx, actor, now }, { optimizationId }) => {
    const { id, request } = (await lockOptimization(tx, actor.organizationId, optimizationId))!;
    const planning = { ...request.planning!, laterDates: [] };
    await updateOptimization(tx, actor.organizationId, id, { request: { ...request, planning }, updatedAt: now });
    return untraced(undefined);
  },
});

/** True of a no that stays one; while the database is away nothing is decided, and the job says it again. */
function isDecided(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.code !== "unavailable";
}

async function rollOn(
  services: ServiceContext,
  optimizationId: string,
  { planId, projectId, date, leftVisitIds, planning }: NonNullable<Awaited<ReturnType<typeof readSettling>>>,
): Promise<void> {
  const left = new Set(leftVisitIds);
  const visits = await readPlannable(services, { projectId, date });
  let deliveryIds = [...new Set(visits.flatMap((visit) => (left.has(visit.visitId) ? [visit.deliveryId] : [])))];
  for (const toDate of planning.laterDates) {
    if (deliveryIds.length === 0) return;
    const mutationId = `roll-${optimizationId}-${toDate}`;
    const { verdicts } = await rollOver(services, { planId, mutationId, deliveryIds, toDate }).catch(
      (error: unknown) => {
        // A day that is over or closed takes nothing.
        if (isDecided(error)) return { verdicts: [] };
        throw error;
      },
    );
    const refused = new Set(verdicts.flatMap((each) => (each.refusal === null ? [] : [each.deliveryId])));
    deliveryIds = verdicts.length === 0 ? deliveryIds : deliveryIds.filter((id) => refused.has(id));
  }
}
