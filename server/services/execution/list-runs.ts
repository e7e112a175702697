import "server-only";
import { z } from "zod";
import { loadPlanArrivals } from "@/db/queries/execution/arrivals";
import { loadPlanRuns } from "@/db/queries/execution/runs";
import { findPlan } from "@/db/queries/plan/find-plan";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/**
 * How a plan's routes and visits are going, and when what is open will be reached. Visits nobody has acted on are absent
 * from the first, visits that are done from the last.
 */
export const listRuns = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid() }),
  run: async ({ tx, actor }, { planId }) => {
    found(await findPlan(tx, actor.organizationId, planId), "plan");
    const runs = await loadPlanRuns(tx, actor.organizationId, planId);
    return { ...runs, arrivals: await loadPlanArrivals(tx, actor.organizationId, planId) };
  },
});
