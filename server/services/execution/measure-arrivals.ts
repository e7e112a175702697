import "server-only";
import { z } from "zod";
import { listReachedExpectations } from "@/db/queries/execution/arrivals";
import { findPlan } from "@/db/queries/plan/find-plan";
import { arrivalAccuracy, type ReachedStop } from "@/server/domain/execution/arrival-accuracy";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** How far a plan's expected arrivals were off, by how long before. Only stops whose driver said that he was there count. */
export const measureArrivals = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid() }),
  run: async ({ tx, actor }, { planId }) => {
    found(await findPlan(tx, actor.organizationId, planId), "plan");
    const reached = new Map<
      string,
      ReachedStop & { readonly expectations: { madeAtMs: number; arriveAtMs: number }[] }
    >();
    for (const row of await listReachedExpectations(tx, actor.organizationId, planId)) {
      const key = `${row.routeId} ${row.visitId}`;
      const stop = reached.get(key) ?? { arrivedAtMs: row.arrivedAt!.getTime(), expectations: [] };
      stop.expectations.push({ madeAtMs: row.madeAt.getTime(), arriveAtMs: row.arriveAt.getTime() });
      reached.set(key, stop);
    }
    return arrivalAccuracy([...reached.values()]);
  },
});
