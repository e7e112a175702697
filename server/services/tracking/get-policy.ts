import "server-only";
import { z } from "zod";
import { findTrackingSettings } from "@/db/queries/tracking/tracking-policies";
import { query } from "../kernel/query";

/** What the organization’s customers see and may do, by default where nothing was chosen; and since when. */
export const getTrackingPolicy = query({
  permission: "settings.read",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const { policy, changedAt } = await findTrackingSettings(tx, actor.organizationId);
    return { policy, changedAt: changedAt?.toISOString() ?? null };
  },
});
