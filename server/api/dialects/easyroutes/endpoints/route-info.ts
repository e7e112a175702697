import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { listServingRoutes } from "@/server/services/route/list-serving-routes";
import { readRouteRecords } from "@/server/services/route/read-route-records";
import { dress } from "../ids";
import { statusOfStop } from "../map/from-stop";
import { importedRouteInfoSchema, shopifyRouteInfoSchema } from "../wire/route";
import { deliveryIdOf } from "./imported-stop-id";

export const getImportedStopRouteInfo = endpoint({
  method: "get",
  path: "/stops/imports/{id}/routes",
  id: "GetImportedStopRouteInfo",
  tag: "Imported stops",
  summary: "The routes an imported stop is on",
  scope: "plans:read",
  params: z.object({ id: z.string().max(2000).describe("ist-…, or the client's own id.") }),
  answers: { 200: { description: "The routes.", schema: importedRouteInfoSchema } },
  refusals: [404],
  run: async ({ services, params: { id } }) => {
    const deliveryId = await deliveryIdOf(services, id);
    const routeInfo = await routeInfoOf(services, await listServingRoutes(services, { deliveryId }));
    return { status: 200, body: { id: dress("delivery", deliveryId), routeInfo } };
  },
});

const INT64 = /^\d{1,19}$/;

export const getShopifyStopRouteInfo = endpoint({
  method: "get",
  path: "/stops/shopify/{id}/routes",
  id: "GetShopifyStopRouteInfo",
  tag: "Shopify orders",
  summary: "The routes a Shopify order is on",
  description:
    "Deliveries whose source is `shopify`, by the order's number there. One that is not known is on no route.",
  scope: "plans:read",
  params: z.object({ id: z.string().max(200) }),
  answers: { 200: { description: "The routes.", schema: shopifyRouteInfoSchema } },
  refusals: [404],
  run: async ({ services, params: { id } }) => {
    const of = { source: "shopify", sourceId: id };
    const serving = INT64.test(id) ? await listServingRoutes(services, of) : [];
    return { status: 200, body: { routeInfo: await routeInfoOf(services, serving) } };
  },
});

async function routeInfoOf(services: ServiceContext, serving: Awaited<ReturnType<typeof listServingRoutes>>) {
  const routeIds = [...new Set(serving.map(({ routeId }) => routeId))];
  const routes = new Map((await readRouteRecords(services, { routeIds })).map((route) => [route.id, route]));
  return serving.flatMap(({ routeId, visitId }) => {
    const route = routes.get(routeId);
    const stop = route?.stops.find((each) => each.visitId === visitId);
    if (!route || !stop) return [];
    const deliveryStatus = statusOfStop(stop, route);
    return [{ routeId: dress("route", routeId), stopId: dress("stop", visitId), deliveryStatus }];
  });
}
