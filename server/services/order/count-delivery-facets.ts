import "server-only";
import { z } from "zod";
import { countFacets as selectFacets } from "@/db/queries/order/count-facets";
import { deliveryFilterSchema } from "@/server/domain/order/delivery-filter";
import { query } from "../kernel/query";

/** How the deliveries found divide by status, priority, tag, plan and certainty: the numbers on the filter's chips. */
export const countDeliveryFacets = query({
  permission: "order.read",
  input: z.object({ filter: deliveryFilterSchema }),
  run: ({ tx, actor }, { filter }) => selectFacets(tx, actor.organizationId, filter),
});
