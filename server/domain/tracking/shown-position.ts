import { FRESH_SECONDS } from "@/server/domain/execution/estimate-arrivals";
import type { LatLng } from "@/server/domain/geo";
import type { TrackingPolicy } from "./tracking-policy";

const METERS_PER_DEGREE = 111_195;
/** Six decimals are a decimetre: more digits than a rounded place needs, and none that tell more. */
const DECIMALS = 1e6;

export interface SeenPosition {
  readonly position: LatLng;
  readonly atMs: number;
}

/**
 * The one point of a van that a customer may see (product.md §3): the newest that is old enough, put on a grid, so that
 * standing still says as little as driving by. Null where nothing fresh is known. On the way to the customer's own door
 * there is no delay and the grid is finer, but never the place itself.
 */
export function shownPosition(
  seen: readonly SeenPosition[],
  isNext: boolean,
  nowMs: number,
  rule: TrackingPolicy["position"],
): LatLng | null {
  const until = nowMs - (isNext ? 0 : rule.delaySeconds * 1000);
  const newest = seen.reduce<SeenPosition | null>(
    (best, each) => (each.atMs <= until && (best === null || each.atMs > best.atMs) ? each : best),
    null,
  );
  if (newest === null || nowMs - newest.atMs > FRESH_SECONDS * 1000) return null;
  return ontoGrid(newest.position, isNext ? rule.nextRoundMeters : rule.roundMeters);
}

/** The middle of the grid's cell a place lies in; cells are `cellMeters` wide and high, at most 0.71 of it is the error. */
export function ontoGrid({ lat, lng }: LatLng, cellMeters: number): LatLng {
  const latStep = cellMeters / METERS_PER_DEGREE;
  const middle = (value: number, step: number) => (Math.floor(value / step) + 0.5) * step;
  const gridLat = Math.min(90, Math.max(-90, middle(lat, latStep)));
  const lngStep = latStep / Math.max(0.01, Math.cos((gridLat * Math.PI) / 180));
  const gridLng = Math.min(180, Math.max(-180, middle(lng, lngStep)));
  return { lat: Math.round(gridLat * DECIMALS) / DECIMALS, lng: Math.round(gridLng * DECIMALS) / DECIMALS };
}
