import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { listShapes } from "@/db/queries/plan/list-shapes";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import type { RouteShapes } from "@/server/domain/plan/edit-result";
import { planRoutesSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";

/** The ways that routes drive on the map: sent after the board, which can be worked on without them. */
export const getRouteShapes = query({
  permission: "plan.read",
  input: planRoutesSchema,
  run: async ({ tx, actor }, { planId, routeIds }): Promise<RouteShapes[]> => {
    const { organizationId } = actor;
    found(await findPlan(tx, organizationId, planId), "plan");
    const routes = await loadRoutes(tx, organizationId, planId, routeIds);
    const legsOf = await listShapes(tx, organizationId, planId, routeIds);
    return routes.map(({ id, version, returnShape }) => ({
      routeId: id,
      version,
      legs: legsOf.get(id) ?? [],
      back: returnShape,
    }));
  },
});
