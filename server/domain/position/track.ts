import { decodePolyline, encodePolyline } from "@/server/domain/polyline";
import type { TrackPoint } from "./simplify-track";

/** Where somebody went, compact enough for forty of them in one answer. */
export interface Track {
  /** The first point's time; 0 without points. */
  readonly fromMs: number;
  /** Whole seconds of each point after `fromMs`, as differences from the point before. */
  readonly stepSeconds: readonly number[];
  /** The points as an encoded polyline of precision 5 (a metre). */
  readonly shape: string;
}

export function packTrack(points: readonly TrackPoint[]): Track {
  const fromMs = points[0]?.recordedAtMs ?? 0;
  const seconds = points.map(({ recordedAtMs }) => Math.round((recordedAtMs - fromMs) / 1000));
  return {
    fromMs,
    stepSeconds: seconds.map((second, index) => second - (seconds[index - 1] ?? 0)),
    shape: encodePolyline(points),
  };
}

/** The points of a track, oldest first, to the second and the metre. */
export function unpackTrack({ fromMs, stepSeconds, shape }: Track): TrackPoint[] {
  let recordedAtMs = fromMs;
  return decodePolyline(shape).map(({ lat, lng }, index) => {
    recordedAtMs += stepSeconds[index]! * 1000;
    return { recordedAtMs, lat, lng };
  });
}

/** Where somebody was at a time, moving evenly between the points; null before the first and after the last. */
export function trackPositionAt(points: readonly TrackPoint[], atMs: number): { lat: number; lng: number } | null {
  let low = 0;
  let high = points.length - 1;
  if (high < 0 || atMs < points[0]!.recordedAtMs || atMs > points[high]!.recordedAtMs) return null;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.recordedAtMs < atMs) low = middle + 1;
    else high = middle;
  }
  const [a, b] = [points[Math.max(0, low - 1)]!, points[low]!];
  const duration = b.recordedAtMs - a.recordedAtMs;
  const share = duration > 0 ? (atMs - a.recordedAtMs) / duration : 1;
  return { lat: a.lat + (b.lat - a.lat) * share, lng: a.lng + (b.lng - a.lng) * share };
}
