import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";

/**
 * The stop after which a drop on a route's line belongs: the start of the leg that passes nearest. Null: at the front.
 * Straight legs are good enough to tell which one a hand means.
 */
export function nearestLegStart(
  route: BoardRoute,
  visits: PlanBoard["visits"],
  [lng, lat]: readonly [lng: number, lat: number],
): string | null {
  const depot = route.start.position;
  const stops = route.stops.flatMap(({ visitId, reload }, index) => {
    const position = visits.get(visitId)?.position;
    const stop = position ? [{ id: visitId as string | null, ...position }] : [];
    // What is dropped between stop and depot, or depot and stop, follows the stop before either way.
    return reload && depot ? [{ id: route.stops[index - 1]!.visitId as string | null, ...depot }, ...stop] : stop;
  });
  const start = depot ? [{ id: null, ...depot }] : [];
  const end = route.end?.position ? [{ id: null, ...route.end.position }] : [];
  const points = [...start, ...stops, ...end];
  const scale = Math.cos((lat * Math.PI) / 180);
  let best: { id: string | null; distance: number } = {
    id: stops.at(-1)?.id ?? null,
    distance: Number.POSITIVE_INFINITY,
  };
  for (let index = 0; index < points.length - 1; index++) {
    const [a, b] = [points[index]!, points[index + 1]!];
    const [dx, dy] = [(b.lng - a.lng) * scale, b.lat - a.lat];
    const [px, py] = [(lng - a.lng) * scale, lat - a.lat];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
    const distance = Math.hypot(px - along * dx, py - along * dy);
    if (distance < best.distance) best = { id: a.id, distance };
  }
  return best.id;
}
