import "server-only";
import type { z } from "zod";
import { lockPlan } from "@/db/queries/plan/find-plan";
import { lockRoutes } from "@/db/queries/plan/load-routes";
import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { dispatchRoutesSchema } from "@/server/domain/plan/plan-schema";
import { changed, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { currentRoutes } from "./edit-outcome";
import { loadPartialBoard } from "./load-board";
import { contactOf } from "./offer-routes";
import { sendRoutes } from "./send-routes";

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
    const { tx, actor } = scope;
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
    const offers = sent.map((route) => ({ route, channels: channelsOf(verdicts, route.id) }));
    const { messageIds, events } = await sendRoutes(scope, plan, board, { offers, mutationId: input.mutationId });
    const { patch } = await currentRoutes(scope, plan, sentIds);
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
