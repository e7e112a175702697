import "server-only";
import { findPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import type { BoardPatch } from "@/server/domain/plan/apply-board-patch";
import type { RouteShapes } from "@/server/domain/plan/edit-result";
import { planRoutesSchema } from "@/server/domain/plan/plan-schema";
import { query } from "../kernel/query";
import { found } from "../kernel/service-error";
import { loadPartialBoard } from "./load-board";
import { readShapes } from "./read-shapes";

/** Routes as they are now, with their ways: what a board asks for when the log says that they have changed. */
export const getRoutes = query({
  permission: "plan.read",
  input: planRoutesSchema,
  run: async ({ tx, actor }, { planId, routeIds }): Promise<{ patch: BoardPatch; shapes: RouteShapes[] }> => {
    const { organizationId } = actor;
    const plan = found(await findPlan(tx, organizationId, planId), "plan");
    const wanted = routeIds ?? (await loadRoutes(tx, organizationId, planId)).map((route) => route.id);
    const { board, book } = await loadPartialBoard(tx, organizationId, plan, wanted, []);
    const known = new Set(board.routes.map((route) => route.id));
    const patch = {
      planVersion: plan.version,
      planStatus: plan.status,
      routes: board.routes,
      removedRouteIds: wanted.filter((routeId) => !known.has(routeId)),
      visits: [...board.visits.values()],
      removedVisitIds: [],
    };
    return { patch, shapes: readShapes(board, book) };
  },
});
