import "server-only";
import { findPlanOfDay } from "@/db/queries/plan/find-plan";
import { openPlanSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";

/** The project's plan of a day, or null: for those who may look but not make one. */
export const findPlan = query({
  permission: "plan.read",
  input: openPlanSchema,
  run: async ({ tx, actor }, { projectId, date }) => {
    const plan = await findPlanOfDay(tx, actor.organizationId, projectId, date);
    return plan ? { planId: plan.id, status: plan.status, version: plan.version } : null;
  },
});
