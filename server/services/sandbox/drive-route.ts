import "server-only";
import { distanceMeters } from "@/server/domain/geo";
import { decodePolyline } from "@/server/domain/polyline";
import { type DriverRoute, readOwnRoute } from "../execution/read-own-route";
import type { ServiceContext } from "../kernel/service-context";
import { recordPositions } from "../position/record-positions";
import { asDriver } from "./as-driver";

type Place = { readonly lat: number; readonly lng: number };

/**
 * Sends a sandbox's route's whole way as its driver's phone would have: so many positions in equal steps over so long,
 * the last one now.
 */
export async function driveRoute(
  context: ServiceContext,
  { routeId, points, seconds }: { routeId: string; points: number; seconds: number },
) {
  const driver = await asDriver(context, { routeId });
  const way = wayOf(await readOwnRoute(driver, { routeId }));
  const nowMs = context.ports.clock.now().getTime();
  const fixes = spread(way, points).map(({ lat, lng }, index) => ({
    recordedAt: new Date(nowMs - (seconds * 1000 * (points - 1 - index)) / (points - 1)).toISOString(),
    lat,
    lng,
  }));
  const { stored, refused } = await recordPositions(driver, { fixes });
  return { stored, refused: refused.length };
}

/** From the first door to the last: roads where they are known, straight lines where not. */
function wayOf({ legs, stops }: DriverRoute): readonly Place[] {
  return stops.flatMap(({ visit: { position } }, index) => [
    ...(index > 0 && legs[index] ? decodePolyline(legs[index]) : []),
    ...(position ? [position] : []),
  ]);
}

/** So many places along a way, as far apart as possible; none of no way. */
function spread(way: readonly Place[], points: number): readonly Place[] {
  const [first] = way;
  if (!first) return [];
  const reached = [0];
  for (const [index, place] of way.entries()) {
    if (index > 0) reached.push(reached[index - 1]! + distanceMeters(way[index - 1]!, place));
  }
  const length = reached.at(-1)!;
  let at = 0;
  return Array.from({ length: points }, (_, index) => {
    const meters = (length * index) / (points - 1);
    while (at < way.length - 2 && reached[at + 1]! < meters) at++;
    const [from, to] = [way[at]!, way[at + 1] ?? way[at]!];
    const span = (reached[at + 1] ?? reached[at]!) - reached[at]!;
    const part = span === 0 ? 0 : (meters - reached[at]!) / span;
    return { lat: from.lat + (to.lat - from.lat) * part, lng: from.lng + (to.lng - from.lng) * part };
  });
}
