import "server-only";
import { z } from "zod";
import { markOpened } from "@/db/queries/plan/assignments";
import { findRouteEnds } from "@/db/queries/plan/load-route-sheet";
import { changed, command, unchanged } from "../kernel/command";

/** Notes that the acting driver has opened the link to his route, the first time he does. */
export const noteLinkOpened = command({
  permission: "run.read",
  input: z.object({}),
  run: async ({ tx, actor, now }) => {
    const { organizationId, routeId, id: driverId } = actor;
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
