import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import { planRoutesSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { currentRoutes } from "./edit-outcome";

/** Routes as they are now, with their ways: what a board asks for when the log says that they have changed. */
export const getRoutes = query({
  permission: "plan.read",
  input: planRoutesSchema,
  run: async (scope, { planId, routeIds }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const plan = found(await findPlan(tx, organizationId, planId), "plan");
    const wanted = routeIds ?? (await loadRoutes(tx, organizationId, planId)).map((route) => route.id);
    return currentRoutes(scope, plan, wanted);
  },
});
