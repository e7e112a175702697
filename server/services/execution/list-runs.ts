import "server-only";
import { z } from "zod";
import { loadPlanRuns } from "@/db/queries/execution/runs";
import { findPlan } from "@/db/queries/plan/find-plan";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** How a plan's routes and visits are going. Visits nobody has acted on are absent. */
export const listRuns = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid() }),
  run: async ({ tx, actor }, { planId }) => {
    found(await findPlan(tx, actor.organizationId, planId), "plan");
    return loadPlanRuns(tx, actor.organizationId, planId);
  },
});
