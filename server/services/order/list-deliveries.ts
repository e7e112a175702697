import "server-only";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/db/queries/keyset-cursor";
import { countDeliveries, loadDeliveryRows, selectDeliveryPage } from "@/db/queries/order/list-deliveries";
import { deliveryFilterSchema, deliverySortSchema } from "@/server/domain/order/delivery-filter";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";

/** A page of the order list. `total` comes with the first page only; `nextCursor` is null on the last. */
export const listDeliveries = query({
  permission: "order.read",
  input: z.object({
    filter: deliveryFilterSchema,
    sort: deliverySortSchema.prefault({}),
    cursor: z.string().max(1000).nullish(),
    limit: z.int().min(1).max(500).default(100),
  }),
  run: async ({ tx, actor }, { filter, sort, cursor, limit }) => {
    const { organizationId } = actor;
    const after = cursor ? decodeCursor(cursor) : undefined;
    if (cursor && !after)
      throw new ServiceError("invalid", "This page does not exist. Start from the first.", { reason: "no-such-page" });
    const page = await selectDeliveryPage(tx, organizationId, filter, sort, after, limit + 1);
    const shown = page.slice(0, limit);
    const rows = await loadDeliveryRows(
      tx,
      organizationId,
      shown.map(({ key }) => key),
    );
    const last = shown.at(-1);
    return {
      rows,
      nextCursor: page.length > limit && last ? encodeCursor(last) : null,
      total: after ? null : await countDeliveries(tx, organizationId, filter),
    };
  },
});
