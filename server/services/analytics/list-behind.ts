import "server-only";
import { listOrdersBehind, listRoutesBehind } from "@/db/queries/analytics/orders-behind";
import { behindRequestSchema, routesRequestSchema } from "@/server/domain/analytics/report-request";
import { query } from "../kernel/query";
import { measuredBy } from "./measure-report";

/** More than this nobody looks through; the table says how many there are. */
const MOST_SHOWN = 200;

/** The orders behind a figure, of everybody or of one line of its table. */
export const listOrdersOfFigure = query({
  permission: "plan.read",
  input: behindRequestSchema,
  run: async ({ tx, actor: { organizationId } }, { figure, by, key, ...period }) => {
    const measured = await measuredBy(tx, organizationId, by);
    const asked = { figure, measured, key, limit: MOST_SHOWN + 1 };
    const orders = await listOrdersBehind(tx, organizationId, period, asked);
    return { orders: orders.slice(0, MOST_SHOWN), isCut: orders.length > MOST_SHOWN };
  },
});

/** The finished routes behind a table's line, planned and driven side by side. */
export const listRoutesOfFigure = query({
  permission: "plan.read",
  input: routesRequestSchema,
  run: async ({ tx, actor: { organizationId } }, { by, key, ...period }) => {
    const measured = await measuredBy(tx, organizationId, by);
    const routes = await listRoutesBehind(tx, organizationId, period, { measured, key, limit: MOST_SHOWN + 1 });
    return { routes: routes.slice(0, MOST_SHOWN), isCut: routes.length > MOST_SHOWN };
  },
});
