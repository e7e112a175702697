import "server-only";
import { z } from "zod";
import { findOwnDeliveries } from "@/db/queries/order/own-deliveries";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** A delivery's id by itself or by its sender's number; one he has taken back is not found. */
export const findOwnDelivery = query({
  permission: "order.read",
  input: z.union([z.object({ id: z.uuid() }), z.object({ externalId: z.string().min(1).max(2000) })]),
  run: async ({ tx, actor }, name) => found((await findOwnDeliveries(tx, actor.organizationId, name))[0], "delivery"),
});
