import "server-only";
import { lockPlan, touchPlan } from "@/db/queries/plan/find-plan";
import { bringBackSchema } from "@/server/domain/plan/plan-schema";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { currentRoutes, nothingDone, repeatedEdit } from "./edit-outcome";
import { decideDayMoves, saveDayMoves } from "./move-service-days";
import { recordEdit } from "./record-edit";
import type { RollOverResult } from "./roll-over";

/** Takes orders of a day back to the days they were rolled over from, as far as those are not over. One verdict each. */
export const bringBack = command({
  permission: "plan.edit",
  input: bringBackSchema,
  run: async (scope, { planId, mutationId, deliveryIds, movePromises }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId);
    if (repeated) return unchanged<RollOverResult>({ ...repeated, verdicts: [] });
    const today = localDateAt(now, plan.timeZone);
    const decided = await decideDayMoves(scope, plan.projectId, deliveryIds, ({ rolledOverFrom }) => {
      const toDate = rolledOverFrom.at(-1);
      if (toDate === undefined) return "not-rolled-over";
      const promise = movePromises ? "move" : "keep";
      return toDate < today ? "past-day" : { fromDate: plan.date, toDate, promise };
    });
    const { verdicts } = decided;
    const count = decided.moved.length;
    if (count === 0) return unchanged<RollOverResult>({ ...nothingDone(mutationId, plan), verdicts });
    const saved = await saveDayMoves(scope, planId, mutationId, decided);
    await touchPlan(tx, organizationId, planId, now);
    const summary = { kind: "bring-back", orders: count } as const;
    const edit = await recordEdit(scope, { planId, mutationId, summary, inverse: saved.inverse });
    const current = await currentRoutes(scope, plan, [], saved.inverse.visitIds);
    return changed<RollOverResult>({ mutationId, ...current, edit, isRepeated: false, verdicts }, [
      {
        type: "plan.brought-back",
        entity: "plan",
        entityId: planId,
        planId,
        mutationId,
        data: { fromDate: plan.date, orders: count },
      },
      ...saved.events,
    ]);
  },
});
