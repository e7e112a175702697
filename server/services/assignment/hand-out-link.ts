import "server-only";
import { z } from "zod";
import { findRoutePlaces } from "@/db/queries/assignment/assignables";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import { changed, command } from "../kernel/command";
import { found, noSuch, ServiceError } from "../kernel/service-error";
import { loadPartialBoard } from "../plan/load-board";
import { contactOf, offerRoutes } from "../plan/offer-routes";
import { sendRoutes } from "../plan/send-routes";

const CHANNELS = ["email", "sms"] as const;

/**
 * Gives a route to its driver and answers with the link, which goes to him over every channel he can be reached by as
 * well; each time it is a new one, and the one before opens nothing any more. Refused where it has no stops, or is over.
 */
export const handOutLink = command({
  permission: "plan.dispatch",
  input: z.object({ routeId: z.uuid() }),
  run: async (scope, { routeId }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const [place] = await findRoutePlaces(tx, organizationId, [routeId]);
    if (!place) throw noSuch("route");
    const plan = found(await lockPlan(tx, organizationId, place.planId), "plan");
    await lockRoutes(tx, organizationId, [routeId]);
    const { board } = await loadPartialBoard(tx, organizationId, plan, [routeId], [], { now });
    const route = found(board.routes[0], "route");
    const { number, driver } = route;
    if (route.status === "finished") {
      throw new ServiceError("refused", `Route ${number} is finished.`, { reason: "finished", routeNumber: number });
    }
    if (route.stops.length === 0) {
      throw new ServiceError("refused", `Route ${number} has no stops.`, { reason: "empty" });
    }
    const mutationId = scope.newId();
    const offer = { route, channels: CHANNELS.filter((channel) => contactOf(route, channel) !== "") };
    const isFirst = route.status === "planned";
    const given = isFirst
      ? await sendRoutes(scope, plan, board, { offers: [offer], mutationId })
      : await offerRoutes(scope, plan, board, [offer]);
    const data = { number, driverId: driver.id, channels: offer.channels };
    const again = {
      type: "route.link-sent" as const,
      entity: "route",
      entityId: routeId,
      planId: plan.id,
      mutationId,
      data,
    };
    const events = isFirst ? given.events : [again, ...given.events];
    return changed({ email: driver.email, link: found(given.links.get(routeId), "link") }, events);
  },
});
