import "server-only";
import { z } from "zod";
import { listRouteDeliveryIds } from "@/db/queries/execution/route-deliveries";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** The deliveries on the driver's own route now. */
export const listRouteDeliveries = query({
  permission: "run.read",
  input: z.object({}),
  run: ({ tx, actor }) => listRouteDeliveryIds(tx, actor.organizationId, found(actor.routeId, "route")),
});
