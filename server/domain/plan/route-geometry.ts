import type { LatLng } from "@/server/domain/geo";
import { decodePolyline, encodePolyline } from "@/server/domain/polyline";

/** A way between two points: its shape (polyline, precision 5), empty where only an estimate is known. */
export interface ShapedWay {
  readonly from: LatLng | null;
  readonly to: LatLng | null;
  readonly shape: string;
}

/** The line of a whole route (polyline, precision 5): its ways one after the other, straight where no shape is known. */
export function routeGeometry(ways: readonly ShapedWay[]): string {
  const line: LatLng[] = [];
  for (const { from, to, shape } of ways) {
    const points = shape === "" ? [from, to].filter((point) => point !== null) : decodePolyline(shape);
    for (const point of points) {
      const last = line.at(-1);
      if (last?.lat !== point.lat || last.lng !== point.lng) line.push(point);
    }
  }
  return encodePolyline(line);
}
