import "server-only";
import { z } from "zod";
import { loadRouteOrder, setRouteOptimized } from "@/db/queries/route/route-order";
import { assignmentTermsSchema } from "@/server/domain/assignment/assignment-terms";
import { changed, command, unchanged } from "../kernel/command";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { found } from "../kernel/service-error";
import { replanRoute } from "./replan-route";
import { unlessOvertaken } from "./unless-overtaken";

const SECONDS = 3;
/** A promise that cannot be kept any more is missed: its stop stays on the route all the same. */
const TERMS = assignmentTermsSchema.parse({ strategies: ["cheapest"], windowPolicy: "soft" });

const readOrder = query({
  permission: "plan.read",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor }, { routeId }) => found(await loadRouteOrder(tx, actor.organizationId, routeId), "route"),
});

/**
 * Puts a route's open stops in the optimizer's order; its ends and what is made stay. Nothing happens where the order is
 * the optimizer's already, where the route is over, or where what is on it cannot all be made any more. Refused where it
 * is locked.
 */
export async function reoptimizeRoute(services: ServiceContext, routeId: string): Promise<void> {
  const before = await readOrder(services, { routeId });
  if (before.isOptimized || before.status === "finished") return;
  if (before.stops > 1) {
    const { isOptimized } = await unlessOvertaken(() => replanRoute(services, routeId, [], TERMS, SECONDS));
    if (!isOptimized) return;
  }
  const after = await readOrder(services, { routeId });
  // The order it had was the best one found: it is the optimizer's from now on.
  if (!after.isOptimized && after.version === before.version) await noteOptimized(services, { routeId, ...after });
}

const noteOptimized = command({
  permission: "plan.edit",
  input: z.object({ routeId: z.uuid(), version: z.int() }),
  run: async ({ tx, actor, now }, { routeId, version }) => {
    const noted = await setRouteOptimized(tx, actor.organizationId, { routeId, version, now });
    if (!noted) return unchanged(null);
    const data = { number: noted.number, version: noted.version, added: [], removed: [], moved: [] };
    const planId = noted.planId;
    return changed(null, [{ type: "route.changed", entity: "route", entityId: routeId, planId, data }]);
  },
});
