import "server-only";
import { listLinkReceipts } from "@/db/queries/plan/assignments";
import { findPlan } from "@/db/queries/plan/find-plan";
import { planIdSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** What went out for a plan's routes: each driver's link, over which channels, what became of it, and whether it was opened. */
export const listReceipts = query({
  permission: "plan.read",
  input: planIdSchema,
  run: async ({ tx, actor }, { planId }) => {
    found(await findPlan(tx, actor.organizationId, planId), "plan");
    return listLinkReceipts(tx, actor.organizationId, planId);
  },
});
