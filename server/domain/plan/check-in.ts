import type { LatLng } from "@/server/domain/geo";
import type { RoutingVisit } from "./routing-problem";

interface Place {
  readonly position?: LatLng | null;
}

/** A visit as far as checking in at its place goes; absent seconds: nothing to be done there. */
export type CheckedInVisit = Place & Pick<RoutingVisit, "checkInSeconds">;

/** What arriving at a visit takes before service can begin: nothing for who stands at its place already. */
export function checkInAt(visit: CheckedInVisit, from: Place | undefined): number {
  const { checkInSeconds = 0, position } = visit;
  return checkInSeconds > 0 && isSamePlace(from?.position, position) ? 0 : checkInSeconds;
}

/** Doors that share a row of the optimizer's matrices. */
export function isSamePlace(a: LatLng | null | undefined, b: LatLng | null | undefined): boolean {
  return !!a && !!b && placeKey(a) === placeKey(b);
}

/** Positions with the same key are one place: they are told apart to 0.1 m, as they travel to the browser. */
export function placeKey({ lat, lng }: LatLng): string {
  return `${lat.toFixed(6)},${lng.toFixed(6)}`;
}
