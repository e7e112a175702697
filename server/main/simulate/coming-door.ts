import type { BoardRoute, PlanBoard } from "@/server/domain/plan/plan-board";
import { madeStops } from "@/server/domain/plan/under-way";

/** How far ahead the door is whose page is shown: near enough for the van to be seen soon, and for a while. */
const AHEAD_SECONDS = 20 * 60;

/**
 * Of the doors that vans on the road still come to, the first in so many minutes of their own day, which may lag behind;
 * else the last.
 */
export function comingDoor({ routes, plan }: PlanBoard, nowMs: number): string | undefined {
  const nowSeconds = (nowMs - plan.midnightEpochMs) / 1000;
  const doors = routes
    .filter(({ status }) => status === "started")
    .flatMap((route) =>
      route.stops
        .map(({ visitId }, index) => ({
          visitId,
          inSeconds: route.schedule.stops[index]!.arriveSeconds - nowSeconds - (nowSeconds - lastWordSeconds(route)),
        }))
        .slice(madeStops(route)),
    )
    .toSorted((left, right) => left.inSeconds - right.inSeconds);
  return (doors.find(({ inSeconds }) => inSeconds >= AHEAD_SECONDS) ?? doors.at(-1))?.visitId;
}

/** Up to when a driver's day has been heard of. */
function lastWordSeconds({ underWay, schedule }: BoardRoute): number {
  return underWay?.made.at(-1)?.departSeconds ?? underWay?.startedSeconds ?? schedule.startSeconds;
}
