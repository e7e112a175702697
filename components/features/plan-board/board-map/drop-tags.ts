import type { Formats } from "@/components/lib/words/formats";
import type { DropTag } from "@/components/map/drop-tags-layer";
import type { MapRoute } from "@/components/map/map-route";
import type { LatLng } from "@/server/domain/geo";
import { type PlanBoard, stopPlaces } from "@/server/domain/plan/plan-board";
import type { InsertionPreview } from "@/server/domain/plan/what-if/find-best-insertions";

/**
 * What each route would make of the dragged stops, written where its line passes nearest to the first of them; those
 * that break no rule come first, then the shortest detours. The stops' own routes say nothing.
 */
export function dropTags(
  format: Formats,
  board: PlanBoard,
  routes: readonly MapRoute[],
  visitIds: readonly string[],
  previews: ReadonlyMap<string, InsertionPreview>,
): DropTag[] {
  const from = visitIds.map((id) => board.visits.get(id)?.position).find((position) => position != null);
  if (!from) return [];
  const places = stopPlaces(board);
  const own = new Set(visitIds.map((id) => places.get(id)?.route.id));
  const tags = routes.flatMap(({ id, number, hueIndex, state, coordinates }) => {
    const preview = previews.get(id);
    const near = nearestPoint(coordinates, from);
    if (!preview || !near || own.has(id) || state === "hidden") return [];
    const change = format.minutesDelta(preview.delta.durationSeconds);
    const isWorse = preview.newBreaks.length > 0;
    const tag: DropTag = { routeId: id, number, change, isWorse, hueIndex, lng: near[0], lat: near[1] };
    return [{ tag, badness: badness(preview) }];
  });
  return tags.sort((a, b) => a.badness - b.badness).map(({ tag }) => tag);
}

const DAY_SECONDS = 86_400;

function badness({ delta, newBreaks }: InsertionPreview): number {
  return newBreaks.length * DAY_SECONDS + delta.durationSeconds;
}

function nearestPoint(
  line: MapRoute["coordinates"],
  { lng, lat }: LatLng,
): MapRoute["coordinates"][number] | undefined {
  const scale = Math.cos((lat * Math.PI) / 180);
  let nearest: MapRoute["coordinates"][number] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const point of line) {
    const distance = ((point[0] - lng) * scale) ** 2 + (point[1] - lat) ** 2;
    if (distance < least) [nearest, least] = [point, distance];
  }
  return nearest;
}
