import "server-only";
import { z } from "zod";
import { listOwnRuns as selectOwnRuns } from "@/db/queries/execution/own-runs";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import type { Actor } from "@/server/domain/access/actor";
import { changed, command } from "../kernel/command";
import { query } from "../kernel/query";
import { found, ServiceError } from "../kernel/service-error";
import { loadPartialBoard } from "../plan/load-board";
import { offerRoutes } from "../plan/offer-routes";

/** The routes that were sent to the driver who has signed in: today's, and what is not over or yet to come. */
export const listOwnRuns = query({
  permission: "run.own",
  input: z.object({}),
  run: ({ tx, actor, now }) => selectOwnRuns(tx, actor.organizationId, ownDriverId(actor), now),
});

/**
 * The way to the run of a signed-in driver's own route: a new link, as if the desk had sent it again, without a message;
 * the one before opens nothing any more. A route of somebody else's, or one that was not sent, is not there; one that is
 * finished is refused.
 */
export const openOwnRun = command({
  permission: "run.own",
  input: z.object({ routeId: z.uuid() }),
  run: async (scope, { routeId }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const own = await selectOwnRuns(tx, organizationId, ownDriverId(actor), now);
    const { planId } = found(
      own.find((run) => run.routeId === routeId),
      "route",
    );
    const plan = found(await lockPlan(tx, organizationId, planId), "plan");
    await lockRoutes(tx, organizationId, [routeId]);
    const { board } = await loadPartialBoard(tx, organizationId, plan, [routeId], [], { now });
    const route = found(board.routes[0]?.driver.id === actor.driverId ? board.routes[0] : undefined, "route");
    if (route.status === "finished") {
      const { number: routeNumber } = route;
      throw new ServiceError("refused", `Route ${routeNumber} is finished.`, { reason: "finished", routeNumber });
    }
    const { links, events } = await offerRoutes(scope, plan, board, [{ route, channels: [] }]);
    const data = { number: route.number, driverId: route.driver.id, channels: [] };
    const sent = { type: "route.link-sent", entity: "route", entityId: routeId, planId, data } as const;
    return changed({ link: found(links.get(routeId), "link") }, [sent, ...events]);
  },
});

function ownDriverId(actor: Actor): string {
  if (actor.driverId) return actor.driverId;
  throw new ServiceError("forbidden", "You are no driver here.", { reason: "permission", permission: "run.own" });
}
