import "server-only";
import { z } from "zod";
import { locateOrders } from "@/db/queries/order/locate-orders";
import { selectRunningOptimizations } from "@/db/queries/plan/running-optimizations";
import { query } from "../kernel/query";

/** Those of these deliveries whose day the optimizer is at work on. */
export const findBeingPlanned = query({
  permission: "order.read",
  input: z.object({ ids: z.array(z.uuid()).max(5000) }),
  run: async ({ tx, actor }, { ids }): Promise<ReadonlySet<string>> => {
    if (ids.length === 0) return new Set();
    const orders = await locateOrders(tx, actor.organizationId, ids);
    const planIds = orders.flatMap(({ planId }) => planId ?? []);
    const runs = await selectRunningOptimizations(tx, actor.organizationId, planIds);
    return new Set(
      orders.flatMap(({ deliveryId, planId }) => (planId !== null && runs.has(planId) ? [deliveryId] : [])),
    );
  },
});
