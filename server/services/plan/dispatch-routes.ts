import "server-only";
import type { z } from "zod";
import { beginTelling } from "@/db/queries/notification/doors-to-tell";
import { lockPlan, touchPlan } from "@/db/queries/plan/find-plan";
import { lockRoutes, touchRoutes } from "@/db/queries/plan/load-routes";
import { setDeliveryStatus } from "@/db/queries/plan/save-routes";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { type BoardRoute, boardVisit, type PlanBoard } from "@/server/domain/plan/plan-board";
import { dispatchRoutesSchema } from "@/server/domain/plan/plan-schema";
import { lookAnew } from "../execution/look-anew";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { currentRoutes } from "./edit-outcome";
import { loadPartialBoard } from "./load-board";
import { contactOf, offerRoutes } from "./offer-routes";
import { statusEvent } from "./save-sequences";

type DispatchInput = z.output<typeof dispatchRoutesSchema>;
export type DispatchRefusal = "unknown-route" | "no-stops" | "no-contact" | "already-dispatched" | "stale";

export interface RouteVerdict {
  readonly routeId: string;
  readonly routeNumber: number | null;
  readonly isDispatched: boolean;
  readonly refusal: DispatchRefusal | null;
  /** The messages on their way to the driver. */
  readonly channels: readonly ("email" | "sms")[];
}

/**
 * Sends routes out: each driver gets a link of his own (only its hash is kept), the deliveries are assigned. One verdict
 * per route; those that are refused stay as they were, the others go. Cannot be undone.
 */
export const dispatchRoutes = command({
  permission: "plan.dispatch",
  input: dispatchRoutesSchema,
  run: async (scope, input) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const plan = found(await lockPlan(tx, organizationId, input.planId), "plan");
    const routeIds = input.routes.map((route) => route.routeId);
    await lockRoutes(tx, organizationId, routeIds);
    const { board } = await loadPartialBoard(tx, organizationId, plan, routeIds, []);
    const verdicts = input.routes.map((wanted) => judge(board, wanted, input.channels));
    const sent = board.routes.filter((route) =>
      verdicts.some((each) => each.isDispatched && each.routeId === route.id),
    );
    if (sent.length === 0) {
      const current = await currentRoutes(scope, plan, routeIds);
      return unchanged({ verdicts, patch: current.patch, messageIds: [] as string[] });
    }
    const sentIds = sent.map((route) => route.id);
    await touchRoutes(tx, organizationId, sentIds, now, { status: "dispatched" });
    const stops = sent.flatMap((route) => route.stops);
    const deliveryIds = [...new Set(stops.map(({ visitId }) => boardVisit(board, visitId).deliveryId))];
    const statuses = await setDeliveryStatus(tx, organizationId, deliveryIds, "assigned", now);
    await beginTelling(tx, organizationId, deliveryIds, now);
    await touchPlan(tx, organizationId, plan.id, now, "dispatched");
    const offers = sent.map((route) => ({ route, channels: channelsOf(verdicts, route.id) }));
    await lookAnew(scope, { routeIds: sentIds });
    const { messageIds, events: offered } = await offerRoutes(scope, plan, board, offers);
    const { patch } = await currentRoutes(scope, plan, sentIds);
    const events: DomainEvent[] = [
      ...sent.map((route) => dispatchEvent(route, input, verdicts)),
      ...offered,
      ...statuses.map((change) => statusEvent(board, change, input.mutationId)),
    ];
    return changed({ verdicts, patch, messageIds }, events);
  },
});

function judge(
  board: PlanBoard,
  wanted: DispatchInput["routes"][number],
  channels: DispatchInput["channels"],
): RouteVerdict {
  const route = board.routes.find((each) => each.id === wanted.routeId);
  const usable = route ? channels.filter((channel) => contactOf(route, channel) !== "") : [];
  const refusal = refusalOf(route, wanted.version, usable);
  return {
    routeId: wanted.routeId,
    routeNumber: route?.number ?? null,
    isDispatched: refusal === null,
    refusal,
    channels: refusal === null ? usable : [],
  };
}

function refusalOf(
  route: BoardRoute | undefined,
  version: number,
  channels: readonly string[],
): DispatchRefusal | null {
  if (!route) return "unknown-route";
  if (route.status !== "planned") return "already-dispatched";
  if (route.version !== version) return "stale";
  if (route.stops.length === 0) return "no-stops";
  return channels.length === 0 ? "no-contact" : null;
}

function channelsOf(verdicts: readonly RouteVerdict[], routeId: string) {
  return verdicts.find((verdict) => verdict.routeId === routeId)!.channels;
}

function dispatchEvent(route: BoardRoute, input: DispatchInput, verdicts: readonly RouteVerdict[]): DomainEvent {
  const channels = channelsOf(verdicts, route.id);
  return {
    type: "route.dispatched",
    entity: "route",
    entityId: route.id,
    planId: input.planId,
    mutationId: input.mutationId,
    data: { number: route.number, driverId: route.driver.id, stops: route.stops.length, channels },
    before: { status: route.status },
    after: { status: "dispatched" },
  };
}
