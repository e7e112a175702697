import "server-only";
import { findPlanningRun, lockPlanningRuns } from "@/db/queries/plan/optimizations";
import { changed, command } from "../kernel/command";
import { noSuch, ServiceError } from "../kernel/service-error";
import { discardRuns } from "./discard-optimization";
import { planningNumberSchema } from "./read-planning";

/** Ends a planning at any moment before it is the plan: all its days stay as they were. Refused where it is over. */
export const cancelPlanning = command({
  permission: "plan.edit",
  input: planningNumberSchema,
  run: async (scope, { number }) => {
    const { organizationId } = scope.actor;
    const seen = await findPlanningRun(scope.tx, organizationId, number);
    if (!seen) throw noSuch("optimization");
    const runs = await lockPlanningRuns(scope.tx, organizationId, seen.id);
    const { status, request } = runs[0]!;
    const isAtWork = status === "queued" || status === "running" || (status === "ready" && request.planning);
    if (!isAtWork) throw new ServiceError("refused", "This planning is over.", { reason: "not-ready", status });
    return changed({ number }, await discardRuns(scope, runs));
  },
});
