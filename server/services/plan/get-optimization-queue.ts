import "server-only";
import { listWaitingRuns, summarizeRecentRuns } from "@/db/queries/plan/optimization-queue";
import { planIdSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { isStalled } from "./request-optimization";

/** How busy the organization's optimizer is, as seen from one plan or none, and how long it usually takes. */
export const getOptimizationQueue = query({
  permission: "plan.read",
  input: planIdSchema.partial(),
  run: async ({ tx, actor, now }, { planId }) => {
    const known = await listWaitingRuns(tx, actor.organizationId);
    const active = known.filter((run) => !isStalled(run, now));
    const waiting = active.filter((run) => run.status === "queued");
    const mine = planId === undefined ? -1 : waiting.findIndex((run) => run.planIds.includes(planId));
    return {
      running: active.length - waiting.length,
      waiting: waiting.length,
      /** Waiting runs asked for before this plan's; null when this plan waits for nothing. */
      ahead: mine < 0 ? null : mine,
      recent: await summarizeRecentRuns(tx, actor.organizationId),
    };
  },
});
