import "server-only";
import { z } from "zod";
import { findRoutePlaces } from "@/db/queries/assignment/assignables";
import { loadRouteRuns } from "@/db/queries/execution/route-runs";
import { findPlan } from "@/db/queries/plan/find-plan";
import { query } from "../kernel/query";
import { found, noSuch } from "../kernel/service-error";
import { pointsOf } from "../plan/leg-book";
import { loadPartialBoard } from "../plan/load-board";
import { type RouteView, routeView } from "./route-view";

/** Routes as they stand, in the order asked for, timed from now. Refuses what is not there. */
export const readRoutes = query({
  permission: "plan.read",
  input: z.object({ routeIds: z.array(z.uuid()).max(1000) }),
  run: async ({ tx, actor, now }, { routeIds }) => {
    const { organizationId } = actor;
    const places = await findRoutePlaces(tx, organizationId, routeIds);
    if (places.length < new Set(routeIds).size) throw noSuch("route");
    const runs = await loadRouteRuns(tx, organizationId, routeIds);
    const statuses = new Map(
      runs.flatMap(({ stops }) => stops.map(({ visitId, status }) => [visitId, status] as const)),
    );
    const views = new Map<string, RouteView>();
    for (const planId of new Set(places.map((place) => place.planId))) {
      const ids = places.filter((place) => place.planId === planId).map(({ id }) => id);
      const plan = found(await findPlan(tx, organizationId, planId), "plan");
      const { board, book } = await loadPartialBoard(tx, organizationId, plan, ids, [], { now });
      for (const route of board.routes) {
        const points = pointsOf(board, route);
        const shapeOf = (index: number) =>
          book.find(points[index]!, points[index + 1]!, route.vehicle.profile)?.shape ?? "";
        views.set(route.id, routeView(board, route, shapeOf, statuses));
      }
    }
    return routeIds.flatMap((id) => views.get(id) ?? []);
  },
});
