import type { SheetStop } from "@/server/domain/plan/route-sheet";
import type { SeenStop } from "../store/kept";

/** What became different on a route since its driver last looked, by the names of the stops. */
export interface ChangedStops {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly moved: readonly string[];
  /** Whose customers ask for something new. */
  readonly wished: readonly string[];
  /** Before which he is to load again, as he was not. */
  readonly loading: readonly string[];
}

/** What a driver remembers of a route: its stops' names in their order, and what their customers ask for. */
export function seenStops(stops: readonly SheetStop[]): SeenStop[] {
  return stops.map(({ visitId, place, externalId, wish, reload }) => {
    const name = place.name || externalId || place.street;
    const asked = wish && { wish: JSON.stringify(wish) };
    return { visitId, name, ...asked, ...(reload && { loadsFirst: true as const }) };
  });
}

/** Null when nothing changed. Of a new stop the wish is no news of its own; one that was taken back is none. The fewest stops that explain a new order are those that moved. */
export function changedStops(before: readonly SeenStop[], now: readonly SeenStop[]): ChangedStops | null {
  const wishWas = new Map(before.map(({ visitId, wish }) => [visitId, wish]));
  const hasLoaded = new Set(before.flatMap(({ visitId, loadsFirst }) => (loadsFirst ? [visitId] : [])));
  const wasAt = new Map(before.map(({ visitId }, index) => [visitId, index]));
  const isHere = new Set(now.map(({ visitId }) => visitId));
  const kept = now.filter(({ visitId }) => wasAt.has(visitId));
  const inOrder = longestRising(kept.map(({ visitId }) => wasAt.get(visitId)!));
  const changes = {
    added: now.filter(({ visitId }) => !wasAt.has(visitId)).map(({ name }) => name),
    removed: before.filter(({ visitId }) => !isHere.has(visitId)).map(({ name }) => name),
    moved: kept.filter((_, index) => !inOrder.has(index)).map(({ name }) => name),
    loading: now.filter(({ visitId, loadsFirst }) => loadsFirst && !hasLoaded.has(visitId)).map(({ name }) => name),
    wished: kept.filter(({ visitId, wish }) => wish && wish !== wishWas.get(visitId)).map(({ name }) => name),
  };
  return Object.values(changes).some(({ length }) => length > 0) ? changes : null;
}

/** The places of a longest rising run (not necessarily adjacent) of distinct numbers. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const previous: number[] = [];
  let last = -1;
  for (const [index, value] of values.entries()) {
    let best = -1;
    for (let before = 0; before < index; before++) {
      if (values[before]! < value && (best < 0 || length[before]! > length[best]!)) best = before;
    }
    length[index] = best < 0 ? 1 : length[best]! + 1;
    previous[index] = best;
    if (last < 0 || length[index]! > length[last]!) last = index;
  }
  const places = new Set<number>();
  for (let place = last; place >= 0; place = previous[place]!) places.add(place);
  return places;
}
