import "server-only";
import { z } from "zod";
import { listLearnedVisits } from "@/db/queries/execution/learned-service";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { deliveryNumber } from "@/server/domain/order/delivery-number";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/**
 * One delivery, whole; with what it is joined with, and what the addresses of its visits have taught of their service
 * times, where that counts.
 */
export const getDelivery = query({
  permission: "order.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const { organizationId } = actor;
    const delivery = found((await loadDeliveries(tx, organizationId, [id]))[0], "delivery");
    const { joinedWithId } = delivery;
    const [other] = joinedWithId === null ? [] : await loadDeliveries(tx, organizationId, [joinedWithId]);
    const joinedWith = other && {
      id: other.id,
      projectId: other.projectId,
      number: deliveryNumber(other.input),
      serviceDate: other.input.serviceDate ?? null,
    };
    const learned = await listLearnedVisits(tx, organizationId, id);
    return { ...delivery, joinedWith: joinedWith ?? null, learned };
  },
});
