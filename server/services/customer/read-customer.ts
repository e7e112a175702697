import "server-only";
import { z } from "zod";
import { listCustomerDoors } from "@/db/queries/customer/customer-doors";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { findRating } from "@/db/queries/tracking/customer-acts";
import { findTrackingPolicy } from "@/db/queries/tracking/tracking-policies";
import { scopeOfLink } from "@/server/domain/tracking/tracking-access";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** What a delivery's customer was told, sees and has said, door by door; links without what opens them. */
export const readCustomer = query({
  permission: "order.read",
  input: z.object({ deliveryId: z.uuid() }),
  run: async ({ tx, actor: { organizationId }, now }, { deliveryId }) => {
    found((await loadDeliveries(tx, organizationId, [deliveryId]))[0], "delivery");
    const policy = await findTrackingPolicy(tx, organizationId);
    const doors = await listCustomerDoors(tx, organizationId, deliveryId);
    const rating = await findRating(tx, organizationId, deliveryId);
    return {
      rating: rating ? { stars: rating.stars, comment: rating.comment, createdAt: rating.createdAt } : null,
      doors: doors.map(({ links, ...door }) => ({
        ...door,
        links: links.map((link) => ({
          ...link,
          opens: scopeOfLink({ ...link, endedAtMs: door.told?.endedAtMs ?? null }, policy, now.getTime()),
        })),
      })),
    };
  },
});
