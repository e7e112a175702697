import type { PositionFix } from "./position-fix";

export type TrackPoint = Pick<PositionFix, "recordedAtMs" | "lat" | "lng">;

const METERS_PER_DEGREE = 111_195;

/**
 * Leaves out the points without which somebody moving evenly from one kept point to the next is never further than this
 * from where he really was at that time (Douglas–Peucker over time, so that standing still stays standing still).
 * First and last stay. Points oldest first.
 */
export function simplifyTrack<T extends TrackPoint>(points: readonly T[], toleranceMeters: number): T[] {
  if (points.length <= 2) return [...points];
  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  const open: [from: number, to: number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const { index, meters } = furthest(points, from, to);
    if (meters <= toleranceMeters) continue;
    kept[index] = 1;
    open.push([from, index], [index, to]);
  }
  return points.filter((_, index) => kept[index] === 1);
}

/** The point between two that is furthest from where even movement between them would have been at its time. */
function furthest(points: readonly TrackPoint[], from: number, to: number): { index: number; meters: number } {
  const [a, b] = [points[from]!, points[to]!];
  const metersPerLng = METERS_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  const duration = b.recordedAtMs - a.recordedAtMs;
  let index = from;
  let most = 0;
  for (let i = from + 1; i < to; i++) {
    const point = points[i]!;
    const share = duration > 0 ? (point.recordedAtMs - a.recordedAtMs) / duration : 0;
    const dLat = (point.lat - a.lat - (b.lat - a.lat) * share) * METERS_PER_DEGREE;
    const dLng = (point.lng - a.lng - (b.lng - a.lng) * share) * metersPerLng;
    const squared = dLat * dLat + dLng * dLng;
    if (squared > most) [index, most] = [i, squared];
  }
  return { index, meters: Math.sqrt(most) };
}
