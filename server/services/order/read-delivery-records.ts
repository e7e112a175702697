import "server-only";
import { z } from "zod";
import { query } from "../kernel/query";
import { loadDeliveryRecords } from "./load-delivery-records";

/** Deliveries by id with who brings them, in the order asked for; those that are not there are left out. */
export const readDeliveryRecords = query({
  permission: "order.read",
  input: z.object({ ids: z.array(z.uuid()).max(5000) }),
  run: async ({ tx, actor }, { ids }) => ({ records: await loadDeliveryRecords(tx, actor.organizationId, ids) }),
});
