import { type BoundingBox, boundingBox, type LatLng } from "@/server/domain/geo";
import type { LocationConfidence } from "@/server/domain/order/stored-delivery";

/** What the queue needs of an address in doubt. */
export interface Doubt {
  readonly locationId: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly candidates: readonly { readonly position: LatLng; readonly confidence: LocationConfidence }[];
}

/** The proposal a single key may accept: the best one, if it is a door. A street's middle must be meant, not hit. */
export function readyCandidate({ candidates }: Doubt): number | null {
  const best = candidates[0]?.confidence;
  return best === "exact" || best === "interpolated" ? 0 : null;
}

/** Degrees of street to show around a proposal: a town needs more of a look around than a door. */
export function spreadFor(confidence: LocationConfidence | undefined): number {
  if (confidence === "exact" || confidence === "interpolated") return 0.002;
  return confidence === "street" ? 0.005 : 0.02;
}

/** Where the pin stands before it is moved: the best proposal, else what is kept, else a place nearby. */
export function firstPin(doubt: Doubt, nearby: LatLng | undefined): LatLng | undefined {
  const best = doubt.candidates[0]?.position;
  if (best) return best;
  return doubt.lat !== null && doubt.lng !== null ? { lat: doubt.lat, lng: doubt.lng } : nearby;
}

/** What the map should show: pin and proposals, with some street around. */
export function doubtBounds(pin: LatLng | undefined, doubt: Doubt): BoundingBox | undefined {
  const box = boundingBox([...(pin ? [pin] : []), ...doubt.candidates.map(({ position }) => position)]);
  if (!box) return undefined;
  const [west, south, east, north] = box;
  const spreadDegrees = spreadFor(doubt.candidates[0]?.confidence);
  return [west - spreadDegrees, south - spreadDegrees / 2, east + spreadDegrees, north + spreadDegrees / 2];
}

/**
 * Which address is looked at: the one named, else the one that took its place when it was settled, else the last.
 * -1 for an empty queue.
 */
export function currentIndex(queue: readonly Doubt[], locationId: string | null, lastIndex: number): number {
  const at = queue.findIndex((doubt) => doubt.locationId === locationId);
  return at === -1 ? Math.min(lastIndex, queue.length - 1) : at;
}

/** The place after a step, staying within the queue. */
export function stepped(index: number, by: 1 | -1, length: number): number {
  return Math.max(0, Math.min(length - 1, index + by));
}
