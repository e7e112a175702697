import type { Loads } from "./routing-problem";
import type { ScheduleVisit } from "./schedule-route";

/** What a route has aboard: when it sets out, behind each stop, and at most. */
export interface LoadsAlong {
  readonly initial: Loads;
  readonly after: readonly Loads[];
  readonly max: Loads;
}

/** Loads on board: drop-offs are loaded at the depot, pickups ride to the end or to their own drop-off. */
export function loadsAlong(visits: readonly ScheduleVisit[]): LoadsAlong {
  const onRoute = new Map(visits.filter((v) => v.pairRole === "pickup").map((v) => [v.pairKey, v.pickup]));
  const initial: [number, number, number, number] = [0, 0, 0, 0];
  for (const visit of visits) for (let d = 0; d < 4; d++) initial[d]! += visit.deliver[d]!;
  const current: [number, number, number, number] = [...initial];
  const max: [number, number, number, number] = [...initial];
  const picked = new Set<string | undefined>();
  const after = visits.map((visit): Loads => {
    const released = visit.pairRole === "dropoff" && picked.has(visit.pairKey) ? onRoute.get(visit.pairKey) : undefined;
    if (visit.pairRole === "pickup") picked.add(visit.pairKey);
    for (let d = 0; d < 4; d++) {
      current[d]! += visit.pickup[d]! - visit.deliver[d]! - (released?.[d] ?? 0);
      max[d] = Math.max(max[d]!, current[d]!);
    }
    return [...current];
  });
  return { initial, after, max };
}
