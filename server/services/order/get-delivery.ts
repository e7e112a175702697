import "server-only";
import { z } from "zod";
import { listLearnedVisits } from "@/db/queries/execution/learned-service";
import { loadDeliveries } from "@/db/queries/order/load-deliveries";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** One delivery, whole; with what the addresses of its visits have taught of their service times, where that counts. */
export const getDelivery = query({
  permission: "order.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const [delivery] = await loadDeliveries(tx, actor.organizationId, [id]);
    return { ...found(delivery, "delivery"), learned: await listLearnedVisits(tx, actor.organizationId, id) };
  },
});
