import "server-only";
import { beginTelling } from "@/db/queries/notification/doors-to-tell";
import { type PlanRow, touchPlan } from "@/db/queries/plan/find-plan";
import { touchRoutes } from "@/db/queries/plan/load-routes";
import { setDeliveryStatus } from "@/db/queries/plan/save-routes";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import { lookAnew } from "../execution/look-anew";
import type { CommandScope } from "../kernel/command";
import { type OfferedRoutes, offerRoutes, type RouteOffer } from "./offer-routes";
import { statusEvent } from "./save-sequences";

/**
 * Gives routes that are planned to their drivers, inside the caller's transaction, plan and routes held: they are offered,
 * their deliveries assigned, and their customers' promises bind. An offer without channels goes to the driver's app alone.
 */
export async function sendRoutes(
  scope: CommandScope<unknown>,
  plan: PlanRow,
  board: PlanBoard,
  { offers, mutationId }: { readonly offers: readonly RouteOffer[]; readonly mutationId: string },
): Promise<OfferedRoutes> {
  const { tx, actor, now } = scope;
  const { organizationId } = actor;
  const sentIds = offers.map(({ route }) => route.id);
  await touchRoutes(tx, organizationId, sentIds, now, { status: "dispatched" });
  const stops = offers.flatMap(({ route }) => route.stops);
  const deliveryIds = [...new Set(stops.map(({ visitId }) => boardVisit(board, visitId).deliveryId))];
  const statuses = await setDeliveryStatus(tx, organizationId, deliveryIds, "assigned", now);
  await beginTelling(tx, organizationId, deliveryIds, now);
  await touchPlan(tx, organizationId, plan.id, now, "dispatched");
  await lookAnew(scope, { routeIds: sentIds });
  const { messageIds, links, events } = await offerRoutes(scope, plan, board, offers);
  return {
    messageIds,
    links,
    events: [
      ...offers.map((offer) => dispatchEvent(offer, plan.id, mutationId)),
      ...events,
      ...statuses.map((change) => statusEvent(board, change, mutationId)),
    ],
  };
}

function dispatchEvent({ route, channels }: RouteOffer, planId: string, mutationId: string): DomainEvent {
  const { stops, schedule } = route;
  const { distanceMeters, emissionsGrams, startSeconds, endSeconds } = schedule;
  // What is driven is held against it, however the route is changed on the way.
  const sent = { stops: stops.length, distanceMeters, emissionsGrams, durationSeconds: endSeconds - startSeconds };
  return {
    type: "route.dispatched",
    entity: "route",
    entityId: route.id,
    planId,
    mutationId,
    data: { number: route.number, driverId: route.driver.id, ...sent, channels },
    before: { status: route.status },
    after: { status: "dispatched" },
  };
}
