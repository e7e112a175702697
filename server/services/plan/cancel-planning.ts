import "server-only";
import { listPlanningRuns, lockOptimization, updateOptimization } from "@/db/queries/plan/optimizations";
import { changed, command } from "../kernel/command";
import { noSuch, ServiceError } from "../kernel/service-error";
import { planningNumberSchema } from "./read-planning";

/** Ends a planning: the day at work stays as it was, days planned before stay planned. Refused where it is over. */
export const cancelPlanning = command({
  permission: "plan.edit",
  input: planningNumberSchema,
  run: async ({ tx, actor, now }, { number }) => {
    const { organizationId } = actor;
    const last = (await listPlanningRuns(tx, organizationId, number)).at(-1);
    if (!last) throw noSuch("optimization");
    const { id, status, planId, request } = (await lockOptimization(tx, organizationId, last.id))!;
    const isAtWork = status === "queued" || status === "running" || (status === "ready" && request.planning);
    if (!isAtWork) throw new ServiceError("refused", "This planning is over.", { reason: "not-ready", status });
    await updateOptimization(tx, organizationId, id, { status: "discarded", updatedAt: now });
    const event = { type: "plan.optimization-discarded" as const, entity: "plan", entityId: planId, planId };
    return changed({ number }, [{ ...event, data: { optimizationId: id } }]);
  },
});
