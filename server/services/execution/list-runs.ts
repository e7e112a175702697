import "server-only";
import { z } from "zod";
import { loadPlanArrivals } from "@/db/queries/execution/arrivals";
import { loadPlanRuns } from "@/db/queries/execution/runs";
import { listPlanLinks } from "@/db/queries/plan/assignments";
import { findPlan } from "@/db/queries/plan/find-plan";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/**
 * How a plan's routes and visits are going, when what is open will be reached, and which links are out. Visits nobody has acted on are absent
 * from the stops, visits that are done from the arrivals.
 */
export const listRuns = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid() }),
  run: async ({ tx, actor }, { planId }) => {
    found(await findPlan(tx, actor.organizationId, planId), "plan");
    const runs = await loadPlanRuns(tx, actor.organizationId, planId);
    return {
      ...runs,
      arrivals: await loadPlanArrivals(tx, actor.organizationId, planId),
      links: await listPlanLinks(tx, actor.organizationId, planId),
    };
  },
});
