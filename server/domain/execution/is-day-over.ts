import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { RouteProgress, SeenAt } from "./estimate-arrivals";

/** Nobody drives who has not been heard of for so long after the day: he has forgotten to say that he is home. */
const SILENT_SECONDS = 2 * 3600;
const DAY_SECONDS = 24 * 3600;

/**
 * Whether a route's day is over although nobody has said so: the date has passed, the shift and what was planned are
 * past, and its driver has not been heard of for two hours. Stops still open then were left; nothing is expected of them.
 * A van that is late into the night is driven on.
 */
export function isDayOver(input: {
  readonly route: Pick<BoardRoute, "rules" | "schedule">;
  readonly progress: RouteProgress;
  /** As all times here, elapsed from the plan's local midnight. */
  readonly nowSeconds: number;
  readonly seenAt: Pick<SeenAt, "atSeconds"> | null;
}): boolean {
  const { route, progress, nowSeconds, seenAt } = input;
  const acts = [...progress.stops.values()].flatMap((stop) => [
    stop.departedSeconds,
    stop.arrivedSeconds,
    stop.completedSeconds,
  ]);
  const heardOf = Math.max(
    ...[progress.startedSeconds, seenAt?.atSeconds ?? null, ...acts].map((at) => at ?? Number.NEGATIVE_INFINITY),
  );
  const planned = Math.max(DAY_SECONDS, route.rules.shift.toSeconds, route.schedule.endSeconds);
  return nowSeconds > planned && nowSeconds > heardOf + SILENT_SECONDS;
}
