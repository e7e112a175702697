import "server-only";
import { z } from "zod";
import { findRoutePlaces } from "@/db/queries/assignment/assignables";
import { deleteRouteAndDay } from "@/db/queries/plan/driver-days";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import { changed, command } from "../kernel/command";
import { found, noSuch, ServiceError } from "../kernel/service-error";
import { changeRoutes } from "../plan/change-routes";
import { openRoutes } from "../plan/open-routes";
import { routeDeleted } from "./delete-from-waves";

/** Takes a route away; its stops go into the pool. Refused where it is locked, or has begun. */
export const deleteRoute = command({
  permission: "plan.edit",
  input: z.object({ routeId: z.uuid() }),
  run: async (scope, { routeId }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const [place] = await findRoutePlaces(tx, organizationId, [routeId]);
    if (!place) throw noSuch("route");
    const plan = found(await lockPlan(tx, organizationId, place.planId), "plan");
    const wanted = { visitIds: [], routeIds: [routeId] };
    const partial = await openRoutes(tx, organizationId, plan, wanted, { isLocked: true, now });
    const route = found(partial.board.routes[0], "route");
    const { number: routeNumber } = route;
    if (route.locked) {
      throw new ServiceError("refused", `Route ${routeNumber} is locked.`, { reason: "route-locked", routeNumber });
    }
    if (route.status === "started" || route.status === "finished") {
      throw new ServiceError("refused", `Route ${routeNumber} has begun.`, { reason: "route-begun" });
    }
    const saved =
      route.stops.length === 0
        ? []
        : (
            await changeRoutes(scope, partial, {
              sequences: [{ routeId, visitIds: [] }],
              mutationId: scope.newId(),
              confirmed: [{ routeId, version: route.version }],
            })
          ).events;
    const [row] = await loadRoutes(tx, organizationId, plan.id, [routeId]);
    await deleteRouteAndDay(tx, organizationId, routeId, found(row, "route").driverDayId);
    return changed({ routeId }, [...saved, routeDeleted(plan.id, row!)]);
  },
});
