import "server-only";
import { z } from "zod";
import { findRoutePlaces } from "@/db/queries/assignment/assignables";
import { findPlan } from "@/db/queries/plan/find-plan";
import { loadRoutes } from "@/db/queries/plan/load-routes";
import type { LatLng } from "@/server/domain/geo";
import { query } from "../kernel/query";
import { found, noSuch } from "../kernel/service-error";

/** Whose a route is and where it goes, without its stops. */
export interface RouteHead {
  readonly id: string;
  readonly projectId: string;
  readonly number: number;
  readonly driver: { readonly id: string; readonly name: string; readonly email: string; readonly phone: string };
  readonly registration: string;
  readonly start: LatLng | null;
  /** Null: it ends at its last stop. */
  readonly end: LatLng | null;
}

/** Routes' heads, in the order asked for; refuses what is not there. */
export const readRouteHeads = query({
  permission: "plan.read",
  input: z.object({ routeIds: z.array(z.uuid()).max(1000) }),
  run: async ({ tx, actor }, { routeIds }): Promise<readonly RouteHead[]> => {
    const { organizationId } = actor;
    const places = await findRoutePlaces(tx, organizationId, routeIds);
    const heads = new Map<string, RouteHead>();
    for (const planId of new Set(places.map((place) => place.planId))) {
      const { projectId } = found(await findPlan(tx, organizationId, planId), "plan");
      const ids = places.filter((place) => place.planId === planId).map(({ id }) => id);
      for (const { id, number, driver, vehicle, start, end } of await loadRoutes(tx, organizationId, planId, ids)) {
        const { registration } = vehicle;
        heads.set(id, { id, projectId, number, driver, registration, start: placeOf(start), end: placeOf(end) });
      }
    }
    return routeIds.map((id) => {
      const head = heads.get(id);
      if (!head) throw noSuch("route");
      return head;
    });
  },
});

function placeOf(end: { readonly lat: number | null; readonly lng: number | null } | null): LatLng | null {
  return end && end.lat !== null && end.lng !== null ? { lat: end.lat, lng: end.lng } : null;
}
