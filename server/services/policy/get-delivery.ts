import "server-only";
import { z } from "zod";
import { findDeliverySettings } from "@/db/queries/policy/delivery-policies";
import { query } from "../kernel/query";

/** What is asked of drivers and partners, by default where nothing was chosen; and since when. */
export const getDelivery = query({
  permission: "settings.read",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const { policy, changedAt } = await findDeliverySettings(tx, actor.organizationId);
    return { policy, changedAt: changedAt?.toISOString() ?? null };
  },
});
