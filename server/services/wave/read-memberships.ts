import "server-only";
import { z } from "zod";
import { findWavesOfDeliveries, findWavesOfRoutes } from "@/db/queries/wave/waves";
import { query } from "../kernel/query";

/** In which parts of their days' plans deliveries and routes are; those in none are left out. */
export const readMemberships = query({
  permission: "order.read",
  input: z.object({
    deliveryIds: z.array(z.uuid()).max(5000).default([]),
    routeIds: z.array(z.uuid()).max(1000).default([]),
  }),
  run: async ({ tx, actor }, { deliveryIds, routeIds }) => ({
    waveOfDelivery: await findWavesOfDeliveries(tx, actor.organizationId, deliveryIds),
    waveOfRoute: await findWavesOfRoutes(tx, actor.organizationId, routeIds),
  }),
});
