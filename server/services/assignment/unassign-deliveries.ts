import "server-only";
import { z } from "zod";
import { findAssignables, findRoutePlaces, listRouteDeliveries } from "@/db/queries/assignment/assignables";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";
import { moveStops } from "../plan/move-stops";
import { MOST_DELIVERIES } from "./read-assignables";

export interface Unassigned {
  readonly deliveryIds: readonly string[];
  readonly skipped: readonly { readonly deliveryId: string; readonly reason: string }[];
}

/** Deliveries with where they are, their routes' own besides; what is not there is left out. */
export const readServed = query({
  permission: "plan.read",
  input: z.object({
    deliveryIds: z.array(z.uuid()).max(MOST_DELIVERIES),
    routeIds: z.array(z.uuid()).max(1000),
  }),
  run: async ({ tx, actor }, { deliveryIds, routeIds }) => {
    const { organizationId } = actor;
    const ofRoutes = await listRouteDeliveries(tx, organizationId, routeIds);
    const ids = [...new Set([...deliveryIds, ...ofRoutes.map(({ deliveryId }) => deliveryId)])];
    const deliveries = await findAssignables(tx, organizationId, ids);
    const on = [...new Set([...routeIds, ...deliveries.flatMap(({ routeId }) => routeId ?? [])])];
    return { deliveries, routes: await findRoutePlaces(tx, organizationId, on) };
  },
});

/**
 * Takes deliveries off their routes, each by itself: what is under way or done stays and says why, and so does what is
 * locked, unless it is forced. Drivers who held them are told.
 */
export async function unassignDeliveries(
  services: ServiceContext,
  { deliveryIds, isForced }: { readonly deliveryIds: readonly string[]; readonly isForced: boolean },
): Promise<Unassigned> {
  const { deliveries } = await readServed(services, { deliveryIds: [...deliveryIds], routeIds: [] });
  const known = new Map(deliveries.map((each) => [each.id, each]));
  const off: string[] = [];
  const skipped: { deliveryId: string; reason: string }[] = [];
  for (const deliveryId of new Set(deliveryIds)) {
    const delivery = known.get(deliveryId);
    if (!delivery) skipped.push({ deliveryId, reason: "no-such" });
    else if (delivery.planId === null) skipped.push({ deliveryId, reason: "not-on-route" });
    else {
      const reason = await takeOff(services, { ...delivery, planId: delivery.planId, isForced });
      if (reason === null) off.push(deliveryId);
      else skipped.push({ deliveryId, reason });
    }
  }
  return { deliveryIds: off, skipped };
}

async function takeOff(
  services: ServiceContext,
  served: {
    readonly planId: string;
    readonly routeId: string | null;
    readonly visitIds: readonly string[];
    isForced: boolean;
  },
): Promise<string | null> {
  const { planId, routeId, visitIds, isForced } = served;
  const { routes } = await readServed(services, { deliveryIds: [], routeIds: routeId === null ? [] : [routeId] });
  const seen = routes.map(({ id, version }) => ({ routeId: id, version }));
  try {
    await moveStops(services, {
      planId,
      mutationId: services.ports.ids.newId(),
      visitIds: [...visitIds],
      to: { kind: "pool" },
      overrideLocks: isForced,
      confirmed: seen,
    });
    return null;
  } catch (error) {
    const isExpected = error instanceof ServiceError && (error.code === "refused" || error.code === "stale");
    if (!isExpected) throw error;
    return error.details.reason;
  }
}
