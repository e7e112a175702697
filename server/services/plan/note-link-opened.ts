import "server-only";
import { z } from "zod";
import { markOpened } from "@/db/queries/plan/assignments";
import { findRouteEnds } from "@/db/queries/plan/load-route-sheet";
import { changed, command, unchanged } from "../kernel/command";

/**
 * Notes that the acting driver has opened what he was sent of a route, the first time he does: of the one his link opens, or
 * of `routeId`, which his app asked for. Of somebody else's nothing is noted.
 */
export const noteLinkOpened = command({
  permission: "run.read",
  input: z.object({ routeId: z.uuid().optional() }),
  run: async ({ tx, actor, now }, asked) => {
    const { organizationId, routeId = asked.routeId, id: driverId } = actor;
    if (!routeId || !driverId) return unchanged(false);
    const route = await findRouteEnds(tx, organizationId, routeId, driverId);
    if (!route) return unchanged(false);
    const opened = await markOpened(tx, organizationId, routeId, driverId, now);
    if (opened.length === 0) return unchanged(false);
    return changed(
      true,
      opened.map(({ id }) => ({
        type: "assignment.opened" as const,
        entity: "assignment",
        entityId: id,
        planId: route.planId,
        data: { routeId, driverId },
      })),
    );
  },
});
