import "server-only";
import { z } from "zod";
import { selectDeliveryIds } from "@/db/queries/order/list-delivery-ids";
import { SERVICE_LEVELS } from "@/server/domain/order/delivery-schema";
import { DELIVERY_STATUSES } from "@/server/domain/order/delivery-status";
import { keyOfPage, pageInput, pageOf } from "../kernel/page-key";
import { query } from "../kernel/query";
import { loadDeliveryRecords } from "./load-delivery-records";

const wantedSchema = z.object({
  statuses: z.array(z.enum(DELIVERY_STATUSES)).min(1).max(DELIVERY_STATUSES.length).optional(),
  serviceLevel: z.enum(SERVICE_LEVELS).optional(),
  area: z.string().max(100).optional(),
  driverId: z.uuid().optional(),
  partnerId: z.uuid().optional(),
  createdFrom: z.date().optional(),
  createdBefore: z.date().optional(),
  exceptWithdrawn: z.boolean().optional(),
});

/** Deliveries of all projects that meet everything asked, newest first, a page at a time. */
export const listDeliveryRecords = query({
  permission: "order.read",
  input: z.object({
    wanted: wantedSchema,
    ...pageInput,
  }),
  run: async ({ tx, actor }, { wanted, cursor, limit }) => {
    const { organizationId } = actor;
    const ids = await selectDeliveryIds(tx, organizationId, wanted, keyOfPage(cursor), limit + 1);
    const { rows, nextCursor } = pageOf(ids, limit, (id) => id);
    return { records: await loadDeliveryRecords(tx, organizationId, rows), nextCursor };
  },
});
