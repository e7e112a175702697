import "server-only";
import { z } from "zod";
import { locateOrders } from "@/db/queries/order/locate-orders";
import { findPlan } from "@/db/queries/plan/find-plan";
import type { DeliveryRefusal } from "@/server/domain/order/change-refusal";
import { cancelOrders } from "@/server/domain/plan/cancel-orders";
import { sentRoutes } from "@/server/domain/plan/preview-change";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { openRoutes } from "../plan/open-routes";
import { type CancelVerdict, refusedOrders, verdictOf } from "./cancel-deliveries";

/** A route that is out and would lose stops: its driver is told at once. */
export interface ConcernedRoute {
  readonly routeId: string;
  readonly version: number;
  readonly routeNumber: number;
  readonly driverName: string;
  readonly date: string;
}

export interface CancellationPreview {
  /** Those that would stay, with the reason. */
  readonly refused: readonly CancelVerdict[];
  readonly routes: readonly ConcernedRoute[];
}

/** What cancelling orders from the order book would reach: which stay, and which drivers are told. Nothing is saved. */
export const previewCancellation = query({
  permission: "order.write",
  input: z.object({ ids: z.array(z.uuid()).min(1).max(5000) }),
  run: async ({ tx, actor, now }, { ids }): Promise<CancellationPreview> => {
    const { organizationId } = actor;
    const located = await locateOrders(tx, organizationId, ids);
    const nameOf = new Map(located.map(({ deliveryId, externalId }) => [deliveryId, externalId]));
    const refused = new Map<string, DeliveryRefusal>();
    for (const id of ids) if (!nameOf.has(id)) refused.set(id, "unknown");
    const routes: ConcernedRoute[] = [];
    for (const planId of new Set(located.flatMap((each) => each.planId ?? []))) {
      const orders = located.filter((each) => each.planId === planId);
      const plan = found(await findPlan(tx, organizationId, planId), "plan");
      const wanted = { visitIds: orders.flatMap(({ visitIds }) => visitIds), routeIds: [] };
      const { board } = await openRoutes(tx, organizationId, plan, wanted, { isLocked: false, now });
      const cancelled = cancelOrders(board, wanted.visitIds);
      for (const [id, reason] of refusedOrders(board, cancelled.refused, orders)) refused.set(id, reason);
      for (const { id: routeId, version, number, driver } of sentRoutes(board, cancelled.sequences)) {
        routes.push({ routeId, version, routeNumber: number, driverName: driver.name, date: plan.date });
      }
    }
    return { refused: [...refused].map(([id, reason]) => verdictOf(id, nameOf.get(id) ?? null, reason)), routes };
  },
});
