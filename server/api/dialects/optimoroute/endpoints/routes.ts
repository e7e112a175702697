import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { findDoors } from "@/server/services/order/find-doors";
import { readDayRoutes } from "@/server/services/plan/read-day-routes";
import { readHomeProject } from "@/server/services/project/read-home-project";
import { fromRoute } from "../map/from-route";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import type { WireOrder } from "../wire/order";
import { routesAnswerSchema, routesQuerySchema } from "../wire/routes";
import { sayOrders } from "./say-orders";

/** A day may have more stops than doors are looked up at once. */
const DOORS_AT_ONCE = 1000;

/** A day's routes as they are planned. */
export const getRoutes = endpoint({
  method: "get",
  path: "/get_routes",
  id: "getRoutes",
  tag: "Planning",
  summary: "The routes of a day",
  scope: "plans:read",
  query: routesQuerySchema,
  answers: said(routesAnswerSchema, "Routes that have stops."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, query }) => {
    const { date, driverExternalId: externalId, driverSerial: serial, vehicleRegistration: registration } = query;
    const { id: projectId } = await readHomeProject(services, {});
    const driver = { externalId, serial };
    const { timeZone, routes } = await readDayRoutes(services, { projectId, date, driver, registration });
    // The pickup of a pair goes by its door's id, everything else by its delivery's.
    const doors = routes.flatMap(({ stops }) =>
      stops.map((each) => ({ id: each.isPaired && each.role === "pickup" ? each.visitId : each.deliveryId })),
    );
    const orders: WireOrder[] = [];
    for (let from = 0; from < doors.length; from += DOORS_AT_ONCE) {
      const { found } = await findDoors(services, { doors: doors.slice(from, from + DOORS_AT_ONCE) });
      const said = await sayOrders(
        services,
        found.map(([door]) => door!),
      );
      orders.push(...said);
    }
    const said = routes.map((route) => fromRoute(route, orders.splice(0, route.stops.length), timeZone, query));
    return { status: 200, body: { success: true, routes: said } };
  },
});
