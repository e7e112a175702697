import "server-only";
import { z } from "zod";
import { findOwnDeliveries } from "@/db/queries/order/own-deliveries";
import { listServingRoutes as selectServing } from "@/db/queries/route/route-records";
import { query } from "../kernel/query";

/** The routes that serve a delivery, or everything that came from another system under one name, door by door. */
export const listServingRoutes = query({
  permission: "plan.read",
  input: z.union([
    z.object({ deliveryId: z.uuid() }),
    z.object({ source: z.string().min(1).max(120), sourceId: z.string().min(1).max(200) }),
  ]),
  run: async ({ tx, actor }, of) => {
    const { organizationId } = actor;
    const ids = "deliveryId" in of ? [of.deliveryId] : await findOwnDeliveries(tx, organizationId, of);
    return selectServing(tx, organizationId, ids);
  },
});
