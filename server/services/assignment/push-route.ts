import "server-only";
import { z } from "zod";
import { findRoutePlaces } from "@/db/queries/assignment/assignables";
import { hasEventOfMutation } from "@/db/queries/event/list-events";
import { listLinkReceipts } from "@/db/queries/plan/assignments";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import { changed, command, unchanged } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found, noSuch, ServiceError } from "../kernel/service-error";
import { loadPartialBoard } from "../plan/load-board";
import { contactOf } from "../plan/offer-routes";
import { resendLink } from "../plan/resend-link";
import { sendRoutes } from "../plan/send-routes";

const CHANNELS = ["email", "sms"] as const;

export interface PushedRoute {
  readonly driverId: string;
  /** His app hears of every push; messages go where he has an address. */
  readonly channels: readonly ("app" | "email" | "sms")[];
  readonly messages: readonly { readonly id: string; readonly channel: "email" | "sms"; readonly status: string }[];
}

/**
 * Puts a route before its driver: his app hears of it, and a link goes over every channel he can be reached by. A route
 * nobody has yet is given to him by it. Refused where it has no stops, or is over.
 */
export async function pushRoute(services: ServiceContext, routeId: string): Promise<PushedRoute> {
  const mutationId = services.ports.ids.newId();
  const pushed = await announceRoute(services, { routeId, mutationId });
  if (pushed.mustResend) await resendLink(services, { planId: pushed.planId, routeId, mutationId });
  const messages = await readPushMessages(services, { planId: pushed.planId, routeId });
  return { driverId: pushed.driverId, channels: ["app", ...pushed.channels], messages };
}

const announceRoute = command({
  permission: "plan.dispatch",
  input: z.object({ routeId: z.uuid(), mutationId: z.string() }),
  run: async (scope, { routeId, mutationId }) => {
    const { tx, actor, now } = scope;
    const { organizationId } = actor;
    const [place] = await findRoutePlaces(tx, organizationId, [routeId]);
    if (!place) throw noSuch("route");
    const plan = found(await lockPlan(tx, organizationId, place.planId), "plan");
    await lockRoutes(tx, organizationId, [routeId]);
    const { board } = await loadPartialBoard(tx, organizationId, plan, [routeId], [], { now });
    const route = found(board.routes[0], "route");
    const { number: routeNumber, driver } = route;
    if (route.status === "finished") {
      throw new ServiceError("refused", `Route ${routeNumber} is finished.`, { reason: "finished", routeNumber });
    }
    if (route.stops.length === 0) {
      throw new ServiceError("refused", `Route ${routeNumber} has no stops.`, { reason: "empty" });
    }
    const channels = CHANNELS.filter((channel) => contactOf(route, channel) !== "");
    const result = { planId: plan.id, driverId: driver.id, channels, mustResend: false };
    if (route.status === "planned") {
      const { events } = await sendRoutes(scope, plan, board, { offers: [{ route, channels }], mutationId });
      return changed(result, events);
    }
    if (channels.length > 0) return unchanged({ ...result, mustResend: true });
    if (await hasEventOfMutation(tx, organizationId, plan.id, "route.link-sent", mutationId)) return unchanged(result);
    const data = { number: routeNumber, driverId: driver.id, channels: ["app"] };
    return changed(result, [
      { type: "route.link-sent", entity: "route", entityId: routeId, planId: plan.id, mutationId, data },
    ]);
  },
});

const readPushMessages = query({
  permission: "plan.read",
  input: z.object({ planId: z.uuid(), routeId: z.uuid() }),
  run: async ({ tx, actor }, { planId, routeId }) => {
    const receipts = await listLinkReceipts(tx, actor.organizationId, planId);
    const link = receipts.find((each) => each.routeId === routeId && each.isCurrent);
    return (link?.messages ?? []).map(({ id, channel, status }) => ({ id, channel, status }));
  },
});
