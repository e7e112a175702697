import "server-only";
import { findPlan, lockPlan } from "@/db/queries/plan/find-plan";
import { cancelOrders } from "@/server/domain/plan/cancel-orders";
import type { PlanEditResult } from "@/server/domain/plan/edit-result";
import { cancelStopsSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { cancelInPlan, cancelSummary } from "./cancel-in-plan";
import { moveRefused, repeatedEdit } from "./edit-outcome";
import { LegBook } from "./leg-book";
import { openRoutes } from "./open-routes";
import { recordEdit } from "./record-edit";

/**
 * Cancels the orders behind stops of a day, wherever they stand: unplanned, planned, sent or on a route in progress. All
 * or none: refuses with the reason when one is made, has goods aboard, or is over.
 */
export const cancelStops = command({
  permission: "plan.edit",
  input: cancelStopsSchema,
  prepare: async ({ actor, ports, now, read }, { planId, visitIds }) => {
    const { organizationId } = actor;
    const partial = await read(async (tx) => {
      const plan = await findPlan(tx, organizationId, planId);
      return plan && openRoutes(tx, organizationId, plan, { visitIds, routeIds: [] }, { isLocked: false, now });
    });
    if (!partial) return new LegBook();
    await partial.book.fetchMissing(ports.travel, partial.board, cancelOrders(partial.board, visitIds).sequences);
    return partial.book;
  },
  run: async (scope, input) => {
    const { tx, actor, now, prepared } = scope;
    const { planId, mutationId, visitIds, reason, confirmed } = input;
    const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
    const repeated = await repeatedEdit(scope, plan, mutationId, input);
    if (repeated) return unchanged(repeated);
    const partial = await openRoutes(
      tx,
      actor.organizationId,
      plan,
      { visitIds, routeIds: [] },
      { isLocked: true, now },
    );
    partial.book.addMissing(prepared);
    const { board } = partial;
    const cancelled = cancelOrders(board, visitIds);
    const [refusal] = cancelled.refused;
    if (refusal) throw moveRefused(refusal, board);
    const saved = await cancelInPlan(scope, partial, cancelled, { mutationId, reason, confirmed });
    const summary = cancelSummary(board, cancelled);
    const { inverse } = cancelled;
    const edit = await recordEdit(scope, { planId: plan.id, mutationId, summary, inverse, request: input });
    const { patch, shapes } = saved;
    return changed<PlanEditResult>({ mutationId, patch, shapes, edit, isRepeated: false }, saved.events);
  },
});
