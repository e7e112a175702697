import "server-only";
import { z } from "zod";
import { selectDeliveryPage } from "@/db/queries/order/list-deliveries";
import { deliveryFilterSchema } from "@/server/domain/order/delivery-filter";
import { query } from "../kernel/query";

const MOST = 5000;

/** The ids of all deliveries a filter finds, for acting on them at once: at most 5,000, newest first. */
export const listDeliveryIds = query({
  permission: "order.read",
  input: z.object({ filter: deliveryFilterSchema }),
  run: async ({ tx, actor }, { filter }) => {
    const sort = { by: "created", direction: "desc" } as const;
    const page = await selectDeliveryPage(tx, actor.organizationId, filter, sort, undefined, MOST + 1);
    return { ids: page.slice(0, MOST).map(({ key }) => key), isCut: page.length > MOST };
  },
});
