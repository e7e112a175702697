import type { LastPosition } from "@/server/domain/position/position-fix";
import type { TrackPoint } from "@/server/domain/position/simplify-track";
import { trackPositionAt } from "@/server/domain/position/track";
import type { Van } from "./vans-context";

/** Where one driver went on a route. */
export interface DrivenTrack {
  readonly driverId: string;
  readonly routeId: string;
  /** Oldest first. */
  readonly points: readonly TrackPoint[];
}

/** The van of a last position, as old as it is at a moment. */
export function vanOf(position: LastPosition, routeId: string, nowMs: number): Van {
  const { driverId, lat, lng, recordedAtMs, headingDegrees, batteryPercent } = position;
  return {
    driverId,
    routeId,
    lat,
    lng,
    recordedAtMs,
    ageSeconds: Math.max(0, (nowMs - recordedAtMs) / 1000),
    headingDegrees,
    batteryPercent,
  };
}

/** Where a van was at a moment of the past; null before it was first, and after it was last heard of. */
export function vanAt({ driverId, routeId, points }: DrivenTrack, atMs: number): Van | null {
  const position = trackPositionAt(points, atMs);
  if (!position) return null;
  return {
    driverId,
    routeId,
    ...position,
    recordedAtMs: atMs,
    ageSeconds: 0,
    headingDegrees: null,
    batteryPercent: null,
  };
}
