import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { handOutLink } from "@/server/services/assignment/hand-out-link";
import { readRoutePlace, replanRoute } from "@/server/services/assignment/replan-route";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { lockRoutes } from "@/server/services/plan/lock-routes";
import { setStopOrder } from "@/server/services/plan/set-stop-order";
import { addRoutes } from "@/server/services/wave/add-routes";
import { deleteRoute as removeRoute } from "@/server/services/wave/delete-route";
import { optimizeWave } from "@/server/services/wave/optimize-wave";
import { readMemberships } from "@/server/services/wave/read-memberships";
import { idOf } from "../ids";
import { idField, pathId } from "../wire/common";
import {
  dispatchSchema,
  routeOptimizedSchema,
  routePatchSchema,
  routeSchema,
  routesRequestSchema,
} from "../wire/route";
import { stopIdsOf, stopIdsSchema } from "../wire/stop";
import { routesOf, stopsOf } from "./reading";

const TAG = "Route";
const MOST_SECONDS = 30;
const params = z.object({ id: pathId });
const TERMS = { strategies: ["cheapest" as const], maxStops: null, profile: null, windowPolicy: "strict" as const };

const routeOf = async (services: ServiceContext, id: string) => (await routesOf(services, [id]))[0]!;

export const createRoutes = endpoint({
  method: "post",
  path: "/v2/routes",
  id: "createRoutes",
  tag: TAG,
  summary: "Make routes without stops in a plan, one per vehicle, all or none",
  scope: "plans:write",
  query: z.object({ plan_id: idField, project_id: idField.optional() }),
  body: routesRequestSchema,
  answers: { 200: { description: "The routes, in the order sent.", schema: z.array(routeSchema) } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, query: { plan_id }, body }) => {
    const driverIds = (Array.isArray(body) ? body : [body]).map(({ vehicle_id }) => idOf("vehicle", vehicle_id));
    const made = await addRoutes(services, idOf("plan", plan_id), driverIds);
    return { status: 200, body: await routesOf(services, made) };
  },
});

export const getRoute = endpoint({
  method: "get",
  path: "/v2/route/{id}",
  id: "getRoute",
  tag: TAG,
  summary: "A route with its stops in driving order",
  scope: "plans:read",
  params,
  answers: { 200: { description: "The route.", schema: routeSchema } },
  refusals: [404],
  run: async ({ services, params }) => ({ status: 200, body: await routeOf(services, idOf("route", params.id)) }),
});

export const updateRoute = endpoint({
  method: "put",
  path: "/v2/route/{id}",
  id: "updateRoute",
  tag: TAG,
  summary: "Lock a route, or unlock it",
  scope: "plans:write",
  params,
  body: routePatchSchema,
  answers: { 200: { description: "The route.", schema: routeSchema } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, params, body }) => {
    const id = idOf("route", params.id);
    const { planId } = await readRoutePlace(services, { routeId: id });
    const locked = body.is_locked ?? body.locked;
    const mutationId = services.ports.ids.newId();
    if (locked !== undefined) await lockRoutes(services, { planId, mutationId, routeIds: [id], locked });
    return { status: 200, body: await routeOf(services, id) };
  },
});

export const deleteRoute = endpoint({
  method: "delete",
  path: "/v2/route/{id}",
  id: "deleteRoute",
  tag: TAG,
  summary: "Take a route away; its stops stay in the plan, on no route",
  scope: "plans:write",
  params,
  answers: { 200: { description: "The route as it was.", schema: routeSchema.extend({ deleted: z.literal(true) }) } },
  refusals: [404, 409],
  run: async ({ services, params }) => {
    const id = idOf("route", params.id);
    const route = await routeOf(services, id);
    await removeRoute(services, { routeId: id });
    return { status: 200, body: { ...route, deleted: true } };
  },
});

export const optimizeRoute = endpoint({
  method: "post",
  path: "/v2/route/{id}/optimize",
  id: "optimizeRoute",
  tag: TAG,
  summary: "Put a route in order anew; stops that do not fit are on no route then",
  description: "One that has been dispatched keeps all its stops.",
  scope: "plans:write",
  params,
  answers: { 200: { description: "The route, and what did not fit.", schema: routeOptimizedSchema } },
  refusals: [404, 409, 503],
  run: async ({ services, params }) => {
    const routeId = idOf("route", params.id);
    const { status, locked, planId } = await readRoutePlace(services, { routeId });
    if (status !== "planned" || locked) {
      await replanRoute(services, routeId, [], TERMS, MOST_SECONDS);
      return { status: 200, body: { route: await routeOf(services, routeId), unassigned_stops: [] } };
    }
    const { waveOfRoute } = await readMemberships(services, { routeIds: [routeId] });
    const signal = new AbortController().signal;
    const terms = { routeId, keepsRoutes: false, maxSeconds: MOST_SECONDS, signal };
    const leftOut = await optimizeWave(services, waveOfRoute.get(routeId) ?? planId, terms);
    const left = await stopsOf(
      services,
      leftOut.map(({ deliveryId }) => deliveryId),
    );
    const unassigned = left.map(({ id }) => id);
    return { status: 200, body: { route: await routeOf(services, routeId), unassigned_stops: unassigned } };
  },
});

export const reorderRoute = endpoint({
  method: "put",
  path: "/v2/route/{id}/stops",
  id: "reorderRoute",
  tag: TAG,
  summary: "Say which stops a route has, and in which order; stops left out are on no route then",
  scope: "plans:write",
  params,
  body: stopIdsSchema,
  answers: { 200: { description: "The route.", schema: routeSchema } },
  refusals: [400, 404, 409, 413, 415],
  run: async ({ services, params, body }) => {
    const routeId = idOf("route", params.id);
    await setStopOrder(services, { routeId, visitIds: stopIdsOf(body).map((id) => idOf("stop", id)) });
    return { status: 200, body: await routeOf(services, routeId) };
  },
});

export const dispatchRoute = endpoint({
  method: "post",
  path: "/v2/route/{id}/dispatch",
  id: "dispatchRoute",
  tag: TAG,
  summary: "Send a route to its driver: a link of his own by e-mail and SMS; its customers hear of it",
  description: "Each call makes a new link, and the one before opens nothing any more. The route's status stays.",
  scope: "plans:write",
  params,
  answers: { 200: { description: "Where it went, and the link.", schema: dispatchSchema } },
  refusals: [404, 409],
  run: async ({ services, params }) => {
    const { email, link } = await handOutLink(services, { routeId: idOf("route", params.id) });
    return { status: 200, body: { email: email || null, public_link: link } };
  },
});
