import "server-only";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/db/queries/keyset-cursor";
import { selectDeliveryIds } from "@/db/queries/order/list-delivery-ids";
import { SERVICE_LEVELS } from "@/server/domain/order/delivery-schema";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { query } from "../kernel/query";
import { ServiceError } from "../kernel/service-error";
import { loadDeliveryRecords } from "./load-delivery-records";

const wantedSchema = z.object({
  statuses: z.array(z.enum(DELIVERY_STATUSES)).min(1).max(DELIVERY_STATUSES.length).optional(),
  serviceLevel: z.enum(SERVICE_LEVELS).optional(),
  area: z.string().max(100).optional(),
  driverId: z.uuid().optional(),
  partnerId: z.uuid().optional(),
  createdFrom: z.date().optional(),
  createdBefore: z.date().optional(),
});

/** Deliveries of all projects that meet everything asked, newest first, a page at a time. */
export const listDeliveryRecords = query({
  permission: "order.read",
  input: z.object({
    wanted: wantedSchema,
    cursor: z.string().max(1000).optional(),
    limit: z.int().min(1).max(500).default(50),
  }),
  run: async ({ tx, actor }, { wanted, cursor, limit }) => {
    const { organizationId } = actor;
    const after = cursor === undefined ? undefined : decodeCursor(cursor);
    if (cursor !== undefined && !z.uuid().safeParse(after?.key).success) {
      throw new ServiceError("invalid", "This page does not exist. Start from the first.", { reason: "no-such-page" });
    }
    const ids = await selectDeliveryIds(tx, organizationId, wanted, after?.key, limit + 1);
    const shown = ids.slice(0, limit);
    const last = shown.at(-1);
    return {
      records: await loadDeliveryRecords(tx, organizationId, shown),
      nextCursor: ids.length > limit && last ? encodeCursor({ value: null, key: last }) : null,
    };
  },
});
