import "server-only";
import { z } from "zod";
import { listPlanWishes } from "@/db/queries/customer/plan-wishes";
import { findPlan } from "@/db/queries/plan/find-plan";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** What customers ask for at the doors of a plan's day, in their own words. */
export const listWishes = query({
  permission: "order.read",
  input: z.object({ planId: z.uuid() }),
  run: async ({ tx, actor: { organizationId } }, { planId }) => {
    found(await findPlan(tx, organizationId, planId), "plan");
    return listPlanWishes(tx, organizationId, planId);
  },
});
