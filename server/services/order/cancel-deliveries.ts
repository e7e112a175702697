import "server-only";
import { z } from "zod";
import { cancelDeliveries as saveCancelled } from "@/db/queries/order/cancel-deliveries";
import { lockDeliveries } from "@/db/queries/order/load-deliveries";
import { type LocatedOrder, locateOrders } from "@/db/queries/order/locate-orders";
import { lockPlan } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { cancelRefusal, ORDER_CANCEL_REFUSALS } from "@/server/domain/order/cancel-refusal";
import { type DeliveryRefusal, deliveryRefusalMessage } from "@/server/domain/order/change-refusal";
import { type CancelRefusal, cancelOrders } from "@/server/domain/plan/cancel-orders";
import type { PlanBoard } from "@/server/domain/plan/plan-board";
import { cancelStopsSchema } from "@/server/domain/plan/plan-schema";
import { type CommandScope, changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { withdrawHandovers } from "../partner/take-back-deliveries";
import { cancelInPlan, cancelSummary } from "../plan/cancel-in-plan";
import { repeatedEdit } from "../plan/edit-outcome";
import { openRoutes } from "../plan/open-routes";
import { recordEdit } from "../plan/record-edit";

/** What became of one order. */
export interface CancelVerdict {
  readonly deliveryId: string;
  readonly externalId: string | null;
  readonly outcome: "cancelled" | "refused";
  readonly reason: DeliveryRefusal | null;
  readonly message: string | null;
}

const inputSchema = cancelStopsSchema
  .pick({ mutationId: true, reason: true, confirmed: true })
  .extend({ ids: z.array(z.uuid()).min(1).max(5000) });

/**
 * Cancels orders from the order book, by the board's own rule and as its own edits: stops leave their routes, drivers who
 * hold one are told. One verdict each; what is made or aboard stays. Refuses, changing nothing, while a sent route that
 * loses a stop has not been seen in its present version (`previewCancellation`).
 */
export const cancelDeliveries = command({
  permission: "order.write",
  input: inputSchema,
  run: async (scope, input) => {
    const located = await locateOrders(scope.tx, scope.actor.organizationId, input.ids);
    const verdicts = new Map<string, DeliveryRefusal | null>(
      input.ids.map((id) => [id, located.some(({ deliveryId }) => deliveryId === id) ? null : "unknown"]),
    );
    const open = located.filter(({ status }) => status !== "cancelled");
    const events: DomainEvent[] = [];
    // Plans are held in the order of ids, before the orders themselves, as every edit does.
    const planIds = [...new Set(open.flatMap(({ planId }) => planId ?? []))].sort();
    for (const planId of planIds) {
      events.push(
        ...(await cancelOfPlan(
          scope,
          planId,
          open.filter((each) => each.planId === planId),
          input,
          verdicts,
        )),
      );
    }
    events.push(
      ...(await cancelUnplanned(
        scope,
        open.filter(({ planId }) => planId === null),
        input.reason,
        verdicts,
      )),
    );
    const nameOf = new Map(located.map(({ deliveryId, externalId }) => [deliveryId, externalId]));
    const result = { verdicts: [...verdicts].map(([id, reason]) => verdictOf(id, nameOf.get(id) ?? null, reason)) };
    return events.length > 0 ? changed(result, events) : unchanged(result);
  },
});

/** As the order book says why an order stays. */
function orderRefusalOf({ reason }: CancelRefusal): DeliveryRefusal {
  if (reason === "visit-not-found") return "unknown";
  return reason === "route-finished" ? "closed" : ORDER_CANCEL_REFUSALS[reason];
}

export function verdictOf(
  deliveryId: string,
  externalId: string | null,
  reason: DeliveryRefusal | null,
): CancelVerdict {
  const message = reason && deliveryRefusalMessage(reason);
  return { deliveryId, externalId, outcome: reason ? "refused" : "cancelled", reason, message };
}

/** The refusals of a board's cancellation by order. */
export function refusedOrders(board: PlanBoard, refused: readonly CancelRefusal[], orders: readonly LocatedOrder[]) {
  const ownerOf = new Map(
    orders.flatMap(({ deliveryId, visitIds }) => visitIds.map((id) => [id, deliveryId] as const)),
  );
  return refused.map((refusal): [string, DeliveryRefusal] => {
    const deliveryId = board.visits.get(refusal.visitId)?.deliveryId ?? ownerOf.get(refusal.visitId)!;
    return [deliveryId, refusal.reason === "visit-not-found" ? "closed" : orderRefusalOf(refusal)];
  });
}

async function cancelOfPlan(
  scope: CommandScope<unknown>,
  planId: string,
  orders: readonly LocatedOrder[],
  input: z.output<typeof inputSchema>,
  verdicts: Map<string, DeliveryRefusal | null>,
): Promise<readonly DomainEvent[]> {
  const { tx, actor, now } = scope;
  const { mutationId, confirmed, reason } = input;
  const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
  if (await repeatedEdit(scope, plan, mutationId)) return [];
  const wanted = { visitIds: orders.flatMap(({ visitIds }) => visitIds), routeIds: [] };
  const partial = await openRoutes(tx, actor.organizationId, plan, wanted, { isLocked: true, now });
  const cancelled = cancelOrders(partial.board, wanted.visitIds);
  for (const [id, refusal] of refusedOrders(partial.board, cancelled.refused, orders)) verdicts.set(id, refusal);
  if (cancelled.deliveryIds.length === 0) return [];
  const saved = await cancelInPlan(scope, partial, cancelled, { mutationId, confirmed, reason });
  const { inverse } = cancelled;
  const summary = cancelSummary(partial.board, cancelled);
  await recordEdit(scope, { planId, mutationId, summary, inverse });
  return saved.events;
}

async function cancelUnplanned(
  scope: CommandScope<unknown>,
  orders: readonly LocatedOrder[],
  reason: string,
  verdicts: Map<string, DeliveryRefusal | null>,
): Promise<readonly DomainEvent[]> {
  const { tx, actor, now } = scope;
  const ids = orders.map(({ deliveryId }) => deliveryId);
  const locked = await lockDeliveries(tx, actor.organizationId, ids);
  const open = locked.filter(({ id, status, route }) => {
    // Planned since it was looked for: then that plan has to be held first.
    const refusal = route ? "busy" : cancelRefusal({ status, isPickupMade: false, isDropoffMade: false });
    if (refusal) verdicts.set(id, refusal === "busy" ? "busy" : ORDER_CANCEL_REFUSALS[refusal]);
    return !refusal;
  });
  if (open.length === 0) return [];
  const cancelledIds = open.map(({ id }) => id);
  await saveCancelled(tx, actor.organizationId, cancelledIds, now);
  const cancelled = open.map(
    ({ id, status }): DomainEvent => ({
      type: "delivery.changed",
      entity: "delivery",
      entityId: id,
      ...(reason !== "" && { data: { reason } }),
      before: { status },
      after: { status: "cancelled" },
    }),
  );
  return [...cancelled, ...(await withdrawHandovers(scope, cancelledIds))];
}
