import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { assignToDriver } from "@/server/services/assignment/assign-to-driver";
import { pushRoute } from "@/server/services/assignment/push-route";
import { readRoutes } from "@/server/services/assignment/read-routes";
import { readRoutePlace, replanRoute } from "@/server/services/assignment/replan-route";
import { readServed, unassignDeliveries } from "@/server/services/assignment/unassign-deliveries";
import { readDriver } from "@/server/services/fleet/read-driver";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch } from "@/server/services/kernel/service-error";
import { lockRoutes } from "@/server/services/plan/lock-routes";
import { dress, idOf, undress } from "../ids";
import { fromAssignment, fromLeftOut, toTerms } from "../map/assignment";
import {
  assignmentSchema,
  assignmentsSchema,
  assignRequestSchema,
  lockRequestSchema,
  pushResultSchema,
  replannedSchema,
  replanRequestSchema,
  type UnassignRequest,
  unassignRequestSchema,
  unassignResultSchema,
} from "../wire/assignment";
import { assignmentAnswer, routeOf } from "./assignments";

const TAG = "Assignments";
const REPLAN_SECONDS = 3;
const driverParams = z.object({ driverId: z.string().max(100) });
const params = z.object({ assignmentId: z.string().max(100) });

export const assignDriver = endpoint({
  method: "post",
  path: "/drivers/{driverId}/assign",
  id: "assignDriver",
  tag: "Drivers",
  summary: "Give a driver deliveries",
  description:
    "They go on his open route of their day, each where it costs least; without one he gets a route. What he has already stays " +
    "as it is. A driver has one route a day: where that is locked or over nothing can be added to it, which is a 409. With " +
    "force also what another driver has and has not begun.",
  scope: "plans:write",
  params: driverParams,
  body: assignRequestSchema,
  answers: { 200: { description: "His routes that serve them.", schema: assignmentsSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { driverId }, body }) => {
    const id = idOf("driver", driverId);
    await readDriver(services, { id });
    const deliveryIds = body.delivery_ids.map((each) => idOf("delivery", each));
    const routeIds = await assignToDriver(services, {
      driverId: id,
      deliveryIds,
      isForced: body.force,
      overrideLocks: false,
    });
    const routes = await readRoutes(services, { routeIds: [...routeIds] });
    return { status: 200, body: { assignments: routes.map(fromAssignment), unassigned: [], handed_over: [] } };
  },
});

export const unassignDriver = endpoint({
  method: "post",
  path: "/drivers/{driverId}/unassign",
  id: "unassignDriver",
  tag: "Drivers",
  summary: "Take deliveries from a driver, or give them to another",
  description: "What is under way or done stays with him and is told in skipped.",
  scope: "plans:write",
  params: driverParams,
  body: unassignRequestSchema,
  answers: { 200: { description: "What has left him.", schema: unassignResultSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { driverId }, body }) => {
    const id = idOf("driver", driverId);
    await readDriver(services, { id });
    const to = await receiverOf(services, body);
    const deliveryIds = (body.delivery_ids ?? []).map((each) => idOf("delivery", each));
    const routeIds = (body.assignment_ids ?? []).map(routeOf);
    const served = await readServed(services, { deliveryIds, routeIds });
    const known = new Set(served.deliveries.map((each) => each.id));
    if (deliveryIds.some((each) => !known.has(each))) throw noSuch("delivery");
    if (routeIds.some((each) => !served.routes.some((route) => route.id === each))) throw noSuch("route");
    const his = served.deliveries.filter((each) => each.driverId === id).map((each) => each.id);
    const skipped = served.deliveries
      .filter((each) => each.driverId !== id)
      .map((each) => ({ delivery_id: dress("delivery", each.id), reason: "not_his" }));
    return { status: 200, body: await takenOff(services, his, { ...body, to, skipped }) };
  },
});

export const bulkUnassign = endpoint({
  method: "post",
  path: "/assignments/bulk-unassign",
  id: "bulkUnassign",
  tag: TAG,
  summary: "Take many deliveries off their routes",
  description: "Each by itself: what cannot leave its route, or is not there, is told in skipped.",
  scope: "plans:write",
  body: unassignRequestSchema,
  answers: { 200: { description: "What has left its route.", schema: unassignResultSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, body }) => {
    const to = await receiverOf(services, body);
    const named = (body.delivery_ids ?? []).map((text) => ({ text, id: undress("delivery", text) }));
    const routeIds = (body.assignment_ids ?? []).flatMap((text) => undress("assignment", text) ?? []);
    const deliveryIds = named.flatMap(({ id }) => id ?? []);
    const served = await readServed(services, { deliveryIds, routeIds });
    const ids = new Set([...deliveryIds, ...served.deliveries.map(({ id }) => id)]);
    const skipped = named.flatMap(({ text, id }) => (id ? [] : [{ delivery_id: text, reason: "no_such" }]));
    return { status: 200, body: await takenOff(services, [...ids], { ...body, to, skipped }) };
  },
});

export const replanAssignment = endpoint({
  method: "post",
  path: "/assignments/{assignmentId}/replan",
  id: "replanAssignment",
  tag: TAG,
  summary: "Put a route in order anew from now on, with deliveries added",
  scope: "plans:write",
  params,
  body: replanRequestSchema,
  answers: { 200: { description: "As it is now.", schema: replannedSchema } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { assignmentId }, body }) => {
    const routeId = routeOf(assignmentId);
    const added = body.delivery_ids.map((id) => idOf("delivery", id));
    const { leftOut } = await replanRoute(services, routeId, added, toTerms(body, [body.strategy]), REPLAN_SECONDS);
    const unassigned = leftOut.map(fromLeftOut);
    return { status: 200, body: { ...(await assignmentAnswer(services, routeId)), unassigned } };
  },
});

export const lockAssignment = endpoint({
  method: "post",
  path: "/assignments/{assignmentId}/lock",
  id: "lockAssignment",
  tag: TAG,
  summary: "Keep automatic changes from an assignment, or let them",
  scope: "plans:write",
  params,
  body: lockRequestSchema,
  answers: { 200: { description: "As it is now.", schema: assignmentSchema, hasVersion: true } },
  refusals: [400, 404, 409, 413, 415, 422],
  run: async ({ services, params: { assignmentId }, body: { locked } }) => {
    const routeId = routeOf(assignmentId);
    const { planId } = await readRoutePlace(services, { routeId });
    await lockRoutes(services, { planId, mutationId: services.ports.ids.newId(), routeIds: [routeId], locked });
    const body = await assignmentAnswer(services, routeId);
    return { status: 200, body, version: body.version };
  },
});

export const pushAssignment = endpoint({
  method: "post",
  path: "/assignments/{assignmentId}/push-to-driver",
  id: "pushAssignment",
  tag: TAG,
  summary: "Put an assignment before its driver again",
  description:
    "His app hears of it; a new link goes wherever he has an address, and the one before opens nothing more.",
  scope: "plans:write",
  params,
  answers: { 200: { description: "How it went out.", schema: pushResultSchema } },
  refusals: [404, 409],
  run: async ({ services, params: { assignmentId } }) => {
    const routeId = routeOf(assignmentId);
    const { driverId, channels, messages } = await pushRoute(services, routeId);
    const said = messages.map(({ id, channel, status }) => ({ message_id: id, channel, status }));
    const assignment_id = dress("assignment", routeId);
    const body = { assignment_id, driver_id: dress("driver", driverId), pushed: true, channels: [...channels] };
    return { status: 200, body: { ...body, messages: said } };
  },
});

/** Who gets them instead, if anybody is named. Refuses who is not there. */
async function receiverOf(services: ServiceContext, { reassign_to }: UnassignRequest): Promise<string | undefined> {
  if (reassign_to === undefined) return undefined;
  const id = idOf("driver", reassign_to);
  await readDriver(services, { id });
  return id;
}

/** Taken off their routes; where another driver is named, put on his in the same step, all or none. */
async function takenOff(
  services: ServiceContext,
  deliveryIds: readonly string[],
  {
    force,
    to,
    skipped,
  }: Pick<UnassignRequest, "force"> & {
    readonly to: string | undefined;
    readonly skipped: readonly { delivery_id: string; reason: string }[];
  },
) {
  const handed = to !== undefined && deliveryIds.length > 0;
  const off = handed
    ? { deliveryIds, skipped: [] }
    : await unassignDeliveries(services, { deliveryIds, isForced: force });
  const routeIds = handed
    ? await assignToDriver(services, { driverId: to, deliveryIds, isForced: true, overrideLocks: force })
    : [];
  const routes = await readRoutes(services, { routeIds: [...routeIds] });
  return {
    unassigned: off.deliveryIds.map((id) => dress("delivery", id)),
    skipped: [
      ...skipped,
      ...off.skipped.map(({ deliveryId, reason }) => ({
        delivery_id: dress("delivery", deliveryId),
        reason: reason.replaceAll("-", "_"),
      })),
    ],
    assignments: routes.map(fromAssignment),
  };
}
