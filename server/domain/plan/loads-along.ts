import type { ScheduleVisit } from "./route-schedule";
import type { Loads } from "./routing-problem";

/** What a route has aboard: on the way to each stop, behind it, and at most. */
export interface LoadsAlong {
  readonly before: readonly Loads[];
  readonly after: readonly Loads[];
  readonly max: Loads;
}

type MutableLoads = [number, number, number, number];

/**
 * Loads on board: drop-offs are loaded at the depot, pickups ride back to it or to their own drop-off. Where `isReload` says
 * that the route goes back to load before a visit, this is so trip by trip; a pair's goods ride on over a reload.
 */
export function loadsAlong(
  visits: readonly ScheduleVisit[],
  isReload: (index: number) => boolean = () => false,
): LoadsAlong {
  const pickups = new Map(visits.filter((v) => v.pairRole === "pickup").map((v) => [v.pairKey, v.pickup]));
  const dropoffs = new Set(visits.filter((v) => v.pairRole === "dropoff").map((v) => v.pairKey));
  const riding: MutableLoads = [0, 0, 0, 0];
  let current = loadedAt(visits, 0, isReload, riding);
  const max: MutableLoads = [...current];
  const picked = new Set<string | undefined>();
  const before: Loads[] = [];
  const after = visits.map((visit, index): Loads => {
    if (index > 0 && isReload(index)) current = loadedAt(visits, index, isReload, riding);
    before.push([...current]);
    const released = visit.pairRole === "dropoff" && picked.has(visit.pairKey) ? pickups.get(visit.pairKey) : undefined;
    if (visit.pairRole === "pickup") picked.add(visit.pairKey);
    const ridesOn = visit.pairRole === "pickup" && dropoffs.has(visit.pairKey);
    for (let d = 0; d < 4; d++) {
      max[d] = Math.max(max[d]!, current[d]!);
      current[d]! += visit.pickup[d]! - visit.deliver[d]! - (released?.[d] ?? 0);
      riding[d]! += (ridesOn ? visit.pickup[d]! : 0) - (released?.[d] ?? 0);
      max[d] = Math.max(max[d]!, current[d]!);
    }
    return [...current];
  });
  return { before, after, max };
}

/** On leaving the depot for a visit: what is delivered until the next time the route loads, and what rides on. */
function loadedAt(
  visits: readonly ScheduleVisit[],
  from: number,
  isReload: (index: number) => boolean,
  riding: Loads,
): MutableLoads {
  const loads: MutableLoads = [...riding];
  for (let index = from; index < visits.length; index++) {
    if (index > from && isReload(index)) break;
    for (let d = 0; d < 4; d++) loads[d]! += visits[index]!.deliver[d]!;
  }
  return loads;
}
