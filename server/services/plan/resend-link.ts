import "server-only";
import { hasEventOfMutation } from "@/db/queries/event/list-events";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import { resendLinkSchema } from "@/server/domain/plan/plan-schema";
import type { RefusalReason } from "@/server/domain/refusal/refusal-reason";
import { changed, command, unchanged } from "../kernel/command";
import { found, ServiceError } from "../kernel/service-error";
import { loadPartialBoard } from "./load-board";
import { contactOf, offerRoutes } from "./offer-routes";

/**
 * Sends the driver of a route that is out a new link; the one before opens nothing any more. Refuses a route that has not
 * been sent, one that is finished, and a driver nobody can reach. A request that comes twice sends once.
 */
export const resendLink = command({
  permission: "plan.dispatch",
  input: resendLinkSchema,
  run: async (scope, { planId, mutationId, routeId, channels }) => {
    const { tx, actor } = scope;
    const { organizationId } = actor;
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    if (await hasEventOfMutation(tx, organizationId, planId, "route.link-sent", mutationId)) {
      return unchanged({ messageIds: [] as string[] });
    }
    await lockRoutes(tx, organizationId, [routeId]);
    const { board } = await loadPartialBoard(tx, organizationId, plan, [routeId], []);
    const route = found(board.routes[0], "route");
    const routeNumber = route.number;
    if (route.status === "planned")
      throw refused({ reason: "not-dispatched", routeNumber }, `Route ${routeNumber} has not been sent yet.`);
    if (route.status === "finished")
      throw refused({ reason: "finished", routeNumber }, `Route ${routeNumber} is finished.`);
    const usable = channels.filter((channel) => contactOf(route, channel) !== "");
    if (usable.length === 0)
      throw refused(
        { reason: "no-contact", driver: route.driver.name },
        `${route.driver.name} has no address for that.`,
      );
    const { messageIds, events } = await offerRoutes(scope, plan, board, [{ route, channels: usable }]);
    return changed({ messageIds }, [
      {
        type: "route.link-sent",
        entity: "route",
        entityId: routeId,
        planId,
        mutationId,
        data: { number: route.number, driverId: route.driver.id, channels: usable },
      },
      ...events,
    ]);
  },
});

function refused(reason: RefusalReason, message: string): ServiceError {
  return new ServiceError("refused", message, reason);
}
