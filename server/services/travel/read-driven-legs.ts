import "server-only";
import { z } from "zod";
import { findDrivenRoute, listMadeStops } from "@/db/queries/travel/driven-routes";
import type { LatLng } from "@/server/domain/geo";
import { DOUBTFUL_CONFIDENCES, type LocationConfidence } from "@/server/domain/order/stored-delivery";
import { drivenLegs } from "@/server/domain/travel/driven-legs";
import { query } from "../kernel/query";

/** What a route that has been driven says of the roads of its depot; null of one that nobody has begun. */
export const readDrivenLegs = query({
  permission: "plan.read",
  input: z.object({ routeId: z.uuid() }),
  run: async ({ tx, actor }, { routeId }) => {
    const row = await findDrivenRoute(tx, actor.organizationId, routeId);
    if (!row) return null;
    const made = await listMadeStops(tx, actor.organizationId, routeId);
    const legs = drivenLegs({
      routeId,
      start: doorOf(row),
      startedAtMs: row.startedAt?.getTime() ?? null,
      breaks: row.breaks,
      stops: made.map((stop) => ({
        visitId: stop.visitId,
        position: doorOf(stop),
        departedAtMs: stop.departedAt?.getTime() ?? null,
        arrivedAtMs: stop.arrivedAt?.getTime() ?? null,
        endedAtMs: stop.completedAt?.getTime() ?? null,
        loadedFirst: stop.reloadSeconds !== null,
      })),
    });
    return { depotId: row.depotId, profile: row.profile, legs };
  },
});

interface Place {
  readonly lat: number | null;
  readonly lng: number | null;
  readonly confidence: LocationConfidence;
}

/** From the middle of a town no way is measured. */
function doorOf({ lat, lng, confidence }: Place): LatLng | null {
  if (lat === null || lng === null || DOUBTFUL_CONFIDENCES.includes(confidence)) return null;
  return { lat, lng };
}
