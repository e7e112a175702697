import { type PlanBoard, routeVisitIds, stopPlaces } from "@/server/domain/plan/plan-board";

/** Where a stop stands now, that a change would put elsewhere. */
export interface StopMove {
  /** Route numbers; null: unassigned. The same twice: another place on its route. */
  readonly from: number | null;
  readonly to: number | null;
}

/** The stops a change moves, by visit; of a route that is put in order anew as few as may be said to have moved. */
export function movedStops(before: PlanBoard, after: PlanBoard): ReadonlyMap<string, StopMove> {
  const [old, next] = [stopPlaces(before), stopPlaces(after)];
  const moves = new Map<string, StopMove>();
  for (const id of after.visits.keys()) {
    const [from, to] = [old.get(id)?.route.number ?? null, next.get(id)?.route.number ?? null];
    if (from !== to) moves.set(id, { from, to });
  }
  for (const route of after.routes) {
    const common = routeVisitIds(route).filter((id) => old.get(id)?.route.id === route.id);
    const kept = longestRising(common.map((id) => old.get(id)!.index));
    for (const [index, id] of common.entries()) {
      if (!kept.has(index)) moves.set(id, { from: route.number, to: route.number });
    }
  }
  return moves;
}

/** The indices of a longest rising subsequence. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    const at = ends.findIndex((end) => values[end]! >= value);
    const length = at === -1 ? ends.length : at;
    previous.push(length > 0 ? ends[length - 1]! : -1);
    ends[length] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) kept.add(index);
  return kept;
}
