import "server-only";
import { findJoins } from "@/db/queries/order/delivery-joins";
import { findPlanOfDay, lockPlan, touchPlan } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { isAllowedOn } from "@/server/domain/order/allowed-days";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { rollOverSchema } from "@/server/domain/plan/plan-schema";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { currentRoutes, nothingDone, repeatedEdit } from "./edit-outcome";
import { type DayMoveVerdict, decideDayMoves, saveDayMoves } from "./move-service-days";
import { together } from "./move-together";
import { recordEdit } from "./record-edit";

export interface RollOverResult extends PlanEditResult {
  /** One per order, in the order asked, then those that go along because they are joined with one of them. */
  readonly verdicts: readonly DayMoveVerdict[];
}

/**
 * Moves what found no room to a later day, noted on each order; can be undone until it is planned or sent there. One
 * verdict per order; those that are refused stay, as does what may not be made on that day. Refuses as a whole a day that is not later, past, or closed.
 */
export const rollOver = command({
  permission: "plan.edit",
  input: rollOverSchema,
  run: async (scope, input) => {
    const { planId, mutationId, deliveryIds, toDate, movePromises } = input;
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId);
    if (repeated) return unchanged<RollOverResult>({ ...repeated, verdicts: [] });
    if (toDate <= plan.date) throw refusedDay("not-later", "Choose a day after this one.");
    if (toDate < localDateAt(now, plan.timeZone)) throw refusedDay("past-day", "That day is over.");
    const target = await findPlanOfDay(tx, organizationId, plan.projectId, toDate);
    const way = { fromDate: plan.date, toDate, promise: movePromises ? "move" : "keep" } as const;
    const joins = await findJoins(tx, organizationId, deliveryIds);
    const ids = [...deliveryIds, ...joins.flatMap(({ pickupId, dropoffId }) => [pickupId, dropoffId])];
    const decided = await decideDayMoves(scope, plan.projectId, ids, ({ allowedDays, serviceDate }) => {
      if (serviceDate !== plan.date) return "unknown";
      return isAllowedOn(allowedDays, toDate) ? way : "not-allowed";
    });
    const { verdicts, moved } = together(decided, joins, deliveryIds);
    const count = moved.length;
    if (count === 0) return unchanged<RollOverResult>({ ...nothingDone(mutationId, plan), verdicts });
    const saved = await saveDayMoves(scope, planId, mutationId, { verdicts, moved });
    await touchPlan(tx, organizationId, planId, now);
    const summary = { kind: "roll-over", orders: count, toDate } as const;
    const edit = await recordEdit(scope, { planId, mutationId, summary, inverse: saved.inverse });
    const current = await currentRoutes(scope, plan, [], saved.inverse.visitIds);
    const event = (id: string): DomainEvent => ({
      type: "plan.rolled-over",
      entity: "plan",
      entityId: id,
      planId: id,
      mutationId,
      data: { fromDate: plan.date, toDate, orders: count },
    });
    return changed<RollOverResult>({ mutationId, ...current, edit, isRepeated: false, verdicts }, [
      event(planId),
      ...(target ? [event(target.id)] : []),
      ...saved.events,
    ]);
  },
});

function refusedDay(reason: "not-later" | "past-day", message: string): ServiceError {
  return new ServiceError("refused", message, { reason });
}
