import "server-only";
import { z } from "zod";
import { findRoutePlaces } from "@/db/queries/assignment/assignables";
import type { AssignmentTerms } from "@/server/domain/assignment/assignment-terms";
import { groupByDay } from "@/server/domain/assignment/group-by-day";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { noSuch, ServiceError } from "../kernel/service-error";
import { commitAssignment } from "./commit-assignment";
import { type LeftOut, proposeDay } from "./propose-day";
import { asChange } from "./proposed-change";
import { readAssignables } from "./read-assignables";
import { readAssignmentDay } from "./read-assignment-day";

/** Where a route is, and how it stands. */
export const readRoutePlace = query({
  permission: "plan.read",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor }, { routeId }) => {
    const [place] = await findRoutePlaces(tx, actor.organizationId, [routeId]);
    if (!place) throw noSuch("route");
    return place;
  },
});

export interface Replanned {
  readonly leftOut: readonly LeftOut[];
  /** Its order is the optimizer's now; false: what it has cannot all be kept, and it stays as it was. */
  readonly isOptimized: boolean;
}

/**
 * Has the optimizer put a route in order anew from now on, with deliveries of its day added that are on no route. Refused
 * where it is locked or over, and where somebody changes it meanwhile.
 */
export async function replanRoute(
  services: ServiceContext,
  routeId: string,
  deliveryIds: readonly string[],
  terms: AssignmentTerms,
  maxSeconds: number,
): Promise<Replanned> {
  const { projectId, date, number: routeNumber, locked, status } = await readRoutePlace(services, { routeId });
  if (locked) {
    throw new ServiceError("refused", `Route ${routeNumber} is locked.`, { reason: "route-locked", routeNumber });
  }
  if (status === "finished") {
    throw new ServiceError("refused", `Route ${routeNumber} is finished.`, { reason: "route-finished", routeNumber });
  }
  const leftOut: LeftOut[] = [];
  const visitIds: string[] = [];
  if (deliveryIds.length > 0) {
    const found = await readAssignables(services, { deliveryIds: [...deliveryIds] });
    const grouped = groupByDay(found.deliveries, found.days, terms.windowPolicy);
    const leave = (deliveryId: string, reason: string) => leftOut.push({ deliveryId, reason, rules: [reason] });
    for (const each of grouped.leftOut) leave(each.deliveryId, each.reason);
    for (const each of grouped.served) if (each.routeId !== routeId) leave(each.id, "on-route");
    for (const group of grouped.groups) {
      const isHere = group.projectId === projectId && (group.date === date || terms.windowPolicy === "ignore");
      for (const each of group.deliveries) {
        if (isHere || each.serviceDate === null) visitIds.push(...each.visitIds);
        else leave(each.id, "other-day");
      }
    }
  }
  const day = await readAssignmentDay(services, { projectId, date, visitIds, routeIds: [routeId] });
  const signal = new AbortController().signal;
  const [proposal] = await proposeDay(services, day, { visitIds, terms, maxSeconds, signal, withAllRoutes: true });
  leftOut.push(...(proposal?.leftOut ?? []));
  const route = proposal?.routes.find((each) => each.routeId === routeId);
  const before = day.partial.board.routes[0]?.stops.map(({ visitId }) => visitId) ?? [];
  if (!route || before.join() === route.visitIds.join()) return { leftOut, isOptimized: route !== undefined };
  await commitAssignment(services, asChange({ day, routes: [route] }, visitIds));
  return { leftOut, isOptimized: true };
}
