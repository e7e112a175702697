import "server-only";
import { lockPlan } from "@/db/queries/plan/find-plan";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { lockRoutesSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { currentRoutes, nothingDone, repeatedEdit } from "./edit-outcome";
import { recordEdit } from "./record-edit";
import { setLocks } from "./set-locks";

/** Keeps the optimizer, and people who have not been asked twice, from changing routes; or lets them again. */
export const lockRoutes = command({
  permission: "plan.edit",
  input: lockRoutesSchema,
  run: async (scope, { planId, mutationId, routeIds, locked }) => {
    const { tx, actor } = scope;
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    const repeated = await repeatedEdit(tx, actor.organizationId, plan, mutationId);
    if (repeated) return unchanged(repeated);
    const wanted = { routes: routeIds.map((routeId) => ({ routeId, locked })), stops: [] };
    const saved = await setLocks(scope, plan, wanted, mutationId);
    if (saved.events.length === 0) return unchanged<PlanEditResult>(nothingDone(mutationId, plan));
    const what = saved.routeIds.length === 1 ? "1 route" : `${saved.routeIds.length} routes`;
    const label = `${locked ? "Lock" : "Unlock"} ${what}`;
    const edit = await recordEdit(scope, { planId, mutationId, label, inverse: saved.inverse });
    const current = await currentRoutes(tx, actor.organizationId, plan, saved.routeIds);
    return changed<PlanEditResult>({ mutationId, ...current, edit, isRepeated: false }, saved.events);
  },
});
