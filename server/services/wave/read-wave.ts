import "server-only";
import { z } from "zod";
import { findWave, listWaveDeliveryIds, listWavePage, listWaveRouteIds } from "@/db/queries/wave/waves";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** A part of a day's plan with what is in it: its deliveries, oldest first, its routes by number, and both counted. */
export const readWave = query({
  permission: "plan.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const { organizationId } = actor;
    const wave = found(await findWave(tx, organizationId, { id }), "plan");
    const deliveryIds = await listWaveDeliveryIds(tx, organizationId, wave);
    const routeIds = await listWaveRouteIds(tx, organizationId, wave);
    return { wave, deliveryIds, routeIds };
  },
});

/** A part of a day's plan by itself: whose it is, and of which day. */
export const readWaveHead = query({
  permission: "order.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => found(await findWave(tx, actor.organizationId, { id }), "plan"),
});

/** The same as lists show it: its figures alone. */
export const readWaveFigures = query({
  permission: "plan.read",
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor }, { id }) => {
    const page = { sort: "created", isDescending: false, offset: 0, limit: 1 } as const;
    return found((await listWavePage(tx, actor.organizationId, { id }, page)).waves[0], "plan");
  },
});
