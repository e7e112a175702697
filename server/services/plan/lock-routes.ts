import "server-only";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import type { EditSummary } from "@/server/domain/plan/edit-summary";
import { lockRoutesSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { currentRoutes, nothingDone, repeatedEdit } from "./edit-outcome";
import { recordEdit } from "./record-edit";
import { setLocks } from "./set-locks";
import { refuseStaleRoutes } from "./stale-conflict";

/**
 * Keeps the optimizer, and people who have not been asked twice, from changing routes or their fronts; or lets them.
 * Refuses `stale` when somebody else has changed a route since the version it was seen in.
 */
export const lockRoutes = command({
  permission: "plan.edit",
  input: lockRoutesSchema,
  run: async (scope, input) => {
    const { planId, mutationId, routeIds, locked, frozenStops } = input;
    const { tx, actor } = scope;
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId, input);
    if (repeated) return unchanged(repeated);
    const now = await loadRoutes(tx, actor.organizationId, planId, routeIds);
    const known = new Set(now.map((route) => route.id));
    for (const routeId of routeIds) found(known.has(routeId) || null, "route");
    await refuseStaleRoutes(tx, actor, now, input.seenRoutes);
    const routes = now.map((route) => ({ routeId: route.id, locked: locked ?? route.locked, frozenStops }));
    const wanted = { routes, stops: [] };
    const saved = await setLocks(scope, plan, wanted, mutationId);
    if (saved.events.length === 0) return unchanged<PlanEditResult>(nothingDone(mutationId, plan));
    const summary = summaryOf(saved.routeIds.length, locked, frozenStops);
    const edit = await recordEdit(scope, { planId, mutationId, summary, inverse: saved.inverse, request: input });
    const current = await currentRoutes(scope, plan, saved.routeIds);
    return changed<PlanEditResult>({ mutationId, ...current, edit, isRepeated: false }, saved.events);
  },
});

function summaryOf(routes: number, locked: boolean | undefined, frozenStops = 0): EditSummary {
  if (locked !== undefined) return { kind: "lock-routes", routes, isLocked: locked };
  return { kind: "freeze-front", routes, frozenStops };
}
