import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { appendToRoute } from "@/server/services/assignment/append-to-route";
import { takeOffRoute } from "@/server/services/assignment/take-off-route";
import { ServiceError } from "@/server/services/kernel/service-error";
import { keepExtension } from "@/server/services/order/keep-extension";
import { idOf, undress } from "../ids";
import { DIALECT, saidOf } from "../map/extension";
import { showRouteStop } from "../show-routes";
import { routeSchema, routeStopSchema, stopsToAddSchema } from "../wire/route";
import { deliveryIdOf } from "./imported-stop-id";
import { showRoute } from "./routes";

const TAG = "Routes";

export const getRouteStop = endpoint({
  method: "get",
  path: "/routes/{route_id}/stops/{stop_id}",
  id: "GetRouteStop",
  tag: TAG,
  summary: "A stop of a route",
  scope: "plans:read",
  params: z.object({ route_id: z.string().max(200), stop_id: z.string().max(200) }),
  answers: { 200: { description: "The stop.", schema: routeStopSchema } },
  refusals: [404],
  run: async ({ services, params: { route_id, stop_id } }) => {
    const stop = await showRouteStop(services, idOf("route", route_id), undress("stop", stop_id));
    return { status: 200, body: stop };
  },
});

export const addRouteStops = endpoint({
  method: "post",
  path: "/routes/{route_id}/stops",
  id: "AddRouteStops",
  tag: TAG,
  summary: "Put imported stops behind a route's last",
  description: "Nothing is put in order anew: `ReoptimizeRoute` does that. Either all of them are added or none.",
  scope: "plans:write",
  takesAnyMediaType: true,
  params: z.object({ route_id: z.string().max(200) }),
  body: stopsToAddSchema,
  answers: { 200: { description: "The route.", schema: routeSchema } },
  refusals: [400, 404, 409],
  run: async ({ services, params: { route_id }, body }) => {
    const routeId = idOf("route", route_id);
    const ended = body.find(({ deliveryStatus: status }) => status === "DELIVERED" || status === "ATTEMPTED_DELIVERY");
    if (ended) {
      const message = `${ended.importedStopId}: a stop is ${ended.deliveryStatus} once its driver has been there.`;
      throw new ServiceError("refused", message, { reason: "not-on-route" });
    }
    const deliveryIds: string[] = [];
    for (const { importedStopId } of body) deliveryIds.push(await deliveryIdOf(services, importedStopId));
    await appendToRoute(services, { routeId, deliveryIds: [...new Set(deliveryIds)] });
    for (const [index, { deliveryStatus: status }] of body.entries()) {
      if (!status) continue;
      await keepExtension(services, { id: deliveryIds[index]!, name: DIALECT, value: saidOf(routeId, status) });
    }
    return { status: 200, body: await showRoute(services, routeId) };
  },
});

export const deleteRouteStops = endpoint({
  method: "delete",
  path: "/routes/{route_id}/stops/{stop_id}",
  id: "DeleteRouteStops",
  tag: TAG,
  summary: "Take stops off a route, whatever has happened there",
  description: "The last part is one id or several with commas between; what is not on the route is left out.",
  scope: "plans:write",
  params: z.object({ route_id: z.string().max(200), stop_id: z.string().max(10_000) }),
  answers: { 200: { description: "The route without them.", schema: routeSchema } },
  refusals: [400, 404, 409],
  run: async ({ services, params: { route_id, stop_id } }) => {
    const routeId = idOf("route", route_id);
    const visitIds = stop_id.split(",").flatMap((id) => undress("stop", id.trim()) ?? []);
    await takeOffRoute(services, { routeId, visitIds });
    return { status: 200, body: await showRoute(services, routeId) };
  },
});
