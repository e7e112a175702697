import type { LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { type RoadEngine, RoadRefusal, RoadsOverasked } from "./road-engine";

/**
 * True per position that has a road near. Asked first, because one position without a road makes Valhalla refuse a
 * whole matrix or route.
 */
export async function findReachable(
  roads: RoadEngine,
  positions: readonly LatLng[],
  profile: TravelProfile,
  signal?: AbortSignal,
): Promise<boolean[]> {
  const found: boolean[] = [];
  let atOnce = roads.limits.positionsPerLocate;
  while (found.length < positions.length) {
    signal?.throwIfAborted();
    const asked = positions.slice(found.length, found.length + atOnce);
    try {
      found.push(...(await roads.ask({ kind: "locate", profile, positions: asked }, signal)));
    } catch (error) {
      if (!(error instanceof RoadRefusal)) throw error;
      if (error instanceof RoadsOverasked && atOnce > 1) atOnce = atOnce >> 1;
      // Not knowing is not "no road": the calls that follow find out.
      else found.push(...asked.map(() => true));
    }
  }
  return found;
}
