import type { BoundingBox, LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import { type ValhallaProcess, ValhallaRefusal } from "./valhalla-process";

const POSITIONS_PER_CALL = 500;
/** About a kilometre: as far from its outermost road as the network is still asked. */
const MARGIN_DEGREES = 0.01;

export function isInNetwork([west, south, east, north]: BoundingBox, { lat, lng }: LatLng): boolean {
  return (
    lng >= west - MARGIN_DEGREES &&
    lng <= east + MARGIN_DEGREES &&
    lat >= south - MARGIN_DEGREES &&
    lat <= north + MARGIN_DEGREES
  );
}

/**
 * True per position that has a road near. Asked first, because one position without a road makes Valhalla refuse a
 * whole matrix or route.
 */
export async function findReachable(
  roads: ValhallaProcess,
  box: BoundingBox,
  positions: readonly LatLng[],
  profile: TravelProfile,
  signal?: AbortSignal,
): Promise<boolean[]> {
  const reachable = positions.map((position) => isInNetwork(box, position));
  const inside = positions.flatMap((_, index) => (reachable[index] ? [index] : []));
  for (let start = 0; start < inside.length; start += POSITIONS_PER_CALL) {
    signal?.throwIfAborted();
    const indices = inside.slice(start, start + POSITIONS_PER_CALL);
    const located = await locate(
      roads,
      indices.map((index) => positions[index]!),
      profile,
    );
    indices.forEach((index, at) => {
      reachable[index] = located[at] ?? false;
    });
  }
  return reachable;
}

async function locate(roads: ValhallaProcess, positions: LatLng[], profile: TravelProfile) {
  try {
    return await roads.ask({ kind: "locate", profile, positions });
  } catch (error) {
    // Not knowing is not "no road": the calls that follow find out.
    if (error instanceof ValhallaRefusal) return positions.map(() => true);
    throw error;
  }
}
