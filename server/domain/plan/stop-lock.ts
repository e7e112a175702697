import type { BoardRoute, BoardVisit } from "./plan-board";
import { frontStops } from "./under-way";

/** What keeps a stop where it is, the strictest first: a place in the route, a time, a driver. */
export type StopLock = "front" | "position" | "time" | "driver";

/** The lock of the stop at `index` of its route that says most; null: the optimizer may move it anywhere. */
export function stopLock(route: BoardRoute, index: number, visit: BoardVisit): StopLock | null {
  const stop = route.stops[index]!;
  if (index < frontStops(route)) return "front";
  if (stop.lockedToPosition) return "position";
  if (visit.timeLock) return "time";
  return stop.lockedToDriver ? "driver" : null;
}
