import "server-only";
import { z } from "zod";
import { findRetentionSettings } from "@/db/queries/policy/retention-policies";
import { query } from "../kernel/query";

/** How long positions and evidence are kept, by default where nothing was chosen; and since when. */
export const getRetention = query({
  permission: "settings.read",
  input: z.object({}),
  run: async ({ tx, actor }) => {
    const { policy, changedAt } = await findRetentionSettings(tx, actor.organizationId);
    return { policy, changedAt: changedAt?.toISOString() ?? null };
  },
});
