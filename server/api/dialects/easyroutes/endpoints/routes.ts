import "server-only";
import { z } from "zod";
import { endpoint } from "@/server/api/kernel/endpoint";
import { reoptimizeRoute as reoptimize } from "@/server/services/assignment/reoptimize-route";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch } from "@/server/services/kernel/service-error";
import { listRoutePage } from "@/server/services/route/list-route-page";
import { idOf } from "../ids";
import { sealCursor } from "../map/cursor";
import { showRoutes } from "../show-routes";
import { routeQuerySchema } from "../wire/page";
import { isTrue, timestampSchema } from "../wire/proto";
import { type RouteWire, routePageSchema, routeSchema } from "../wire/route";
import { argumentsOf, limitOf, limitSchema } from "./page-arguments";

const TAG = "Routes";

const argsSchema = z.object({
  by: z.enum(["created", "updated"]),
  from: timestampSchema.optional(),
  to: timestampSchema.optional(),
  withClosed: z.boolean(),
  limit: limitSchema,
});

export const listRoutes = endpoint({
  method: "get",
  path: "/routes",
  id: "ListRoutes",
  tag: TAG,
  summary: "Routes by when they were made or last changed, newest first",
  description: "Later pages are asked for with `cursor` alone; beside one nothing else counts.",
  scope: "plans:read",
  query: routeQuerySchema,
  answers: { 200: { description: "A page.", schema: routePageSchema } },
  refusals: [400],
  run: async ({ services, query }) => {
    const sortKey = query["query.sortKey"] ?? query.sortKey;
    const from = query["query.timestampStart"] || query.timestampStart;
    const to = query["query.timestampEnd"] || query.timestampEnd;
    const { args, next } = argumentsOf(argsSchema, query.cursor, {
      by: sortKey === "UPDATED_AT" ? "updated" : "created",
      ...(from && { from }),
      ...(to && { to }),
      withClosed: isTrue(query["query.includeArchived"] ?? query.includeArchived),
      limit: limitOf(query),
    });
    const { routeIds, nextCursor } = await listRoutePage(services, {
      wanted: {
        by: args.by,
        from: args.from === undefined ? undefined : new Date(args.from),
        to: args.to === undefined ? undefined : new Date(args.to),
        withClosed: args.withClosed,
      },
      limit: args.limit,
      cursor: next,
    });
    return { status: 200, body: { routes: await showRoutes(services, routeIds), ...sealCursor(args, nextCursor) } };
  },
});

const params = z.object({ id: z.string().max(200) });

export const getRoute = endpoint({
  method: "get",
  path: "/routes/{id}",
  id: "GetRoute",
  tag: TAG,
  summary: "A route with its stops",
  scope: "plans:read",
  params,
  answers: { 200: { description: "The route.", schema: routeSchema } },
  refusals: [404],
  run: async ({ services, params: { id } }) => ({ status: 200, body: await showRoute(services, idOf("route", id)) }),
});

export const reoptimizeRoute = endpoint({
  method: "post",
  path: "/routes/{id}/reoptimize",
  id: "ReoptimizeRoute",
  tag: TAG,
  summary: "Put a route's stops in the best order",
  description: "Its ends and what is done stay. Nothing happens to a route that is optimized already.",
  scope: "plans:write",
  params,
  answers: { 200: { description: "The route.", schema: routeSchema } },
  refusals: [400, 404, 409],
  run: async ({ services, params: { id } }) => {
    const routeId = idOf("route", id);
    await reoptimize(services, routeId);
    return { status: 200, body: await showRoute(services, routeId) };
  },
});

/** One route; refuses where there is none. */
export async function showRoute(services: ServiceContext, routeId: string): Promise<RouteWire> {
  const [route] = await showRoutes(services, [routeId]);
  if (!route) throw noSuch("route");
  return route;
}
