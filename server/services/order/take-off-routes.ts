import "server-only";
import { locateOrders } from "@/db/queries/order/locate-orders";
import { lockPlan } from "@/db/queries/plan/find-plan";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import type { DeliveryRefusal } from "@/server/domain/order/change-refusal";
import { cancelOrders } from "@/server/domain/plan/cancel-orders";
import { lookAnew } from "../execution/look-anew";
import type { CommandScope } from "../kernel/command";
import { found } from "../kernel/service-error";
import { changeRoutes } from "../plan/change-routes";
import { openRoutes } from "../plan/open-routes";

export interface TakenOff {
  readonly events: readonly DomainEvent[];
  /** Those that stay where they are, with the reason. */
  readonly refused: ReadonlyMap<string, DeliveryRefusal>;
}

/**
 * Takes deliveries off the routes they are on, each by itself and locked ones as well: locks bind plans, not orders. What
 * is made or aboard stays, with the reason. Drivers who have them already are told. Holds plans before routes before
 * deliveries, as every edit does: nothing of these may be held before.
 */
export async function takeOffRoutes(scope: CommandScope<unknown>, ids: readonly string[]): Promise<TakenOff> {
  const { tx, actor } = scope;
  const orders = await locateOrders(tx, actor.organizationId, ids);
  const planIds = [...new Set(orders.flatMap(({ planId }) => planId ?? []))].sort();
  const events: DomainEvent[] = [];
  const refused = new Map<string, DeliveryRefusal>();
  for (const planId of planIds) {
    const visitIds = orders.filter((each) => each.planId === planId).flatMap((each) => each.visitIds);
    const taken = await takeOffPlan(scope, planId, visitIds);
    events.push(...taken.events);
    for (const [id, reason] of taken.refused) refused.set(id, reason);
  }
  return { events, refused };
}

async function takeOffPlan(
  scope: CommandScope<unknown>,
  planId: string,
  visitIds: readonly string[],
): Promise<TakenOff> {
  const { tx, actor, now } = scope;
  const plan = found(await lockPlan(tx, actor.organizationId, planId), "plan");
  const wanted = { visitIds, routeIds: [] };
  const partial = await openRoutes(tx, actor.organizationId, plan, wanted, { isLocked: true, now });
  const { board } = partial;
  const { refused: kept, sequences, visitIds: movedVisitIds } = cancelOrders(board, visitIds);
  const refused = new Map(
    kept.flatMap((each): [string, DeliveryRefusal][] => {
      // What is not on the board of its day is on no route of it.
      const deliveryId = board.visits.get(each.visitId)?.deliveryId;
      return deliveryId === undefined ? [] : [[deliveryId, each.reason === "goods-aboard" ? "aboard" : "made"]];
    }),
  );
  if (sequences.length === 0) return { events: [], refused };
  const saved = await changeRoutes(scope, partial, {
    sequences,
    movedVisitIds,
    mutationId: scope.newId(),
    // Whoever moves his own order does not look at the route it leaves.
    confirmed: board.routes.map((route) => ({ routeId: route.id, version: route.version })),
  });
  await lookAnew(scope, { planIds: [planId] });
  // What stays on a route while what it was joined with has left is another stop than before.
  if (movedVisitIds.some((visitId) => board.visits.get(visitId)!.joined))
    await scope.enqueue("measure-routes", { planId });
  return { events: saved.events, refused };
}
