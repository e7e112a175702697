import type { BoardRoute } from "@/server/domain/plan/plan-board";

/** The fullest of the load dimensions, 1 = full; null where the vehicle has no limits. */
export function loadShare({
  rules,
  schedule,
}: {
  readonly rules: Pick<BoardRoute["rules"], "capacity">;
  readonly schedule: Pick<BoardRoute["schedule"], "maxLoad">;
}): number | null {
  let fullest: number | null = null;
  rules.capacity.forEach((capacity, dimension) => {
    const load = schedule.maxLoad[dimension]!;
    if (capacity > 0) fullest = Math.max(fullest ?? 0, load / capacity);
    else if (load > 0) fullest = Number.POSITIVE_INFINITY;
  });
  return fullest;
}

/** Everything wrong on a route at a glance: stops late, and stops or limits broken otherwise. */
export function routeProblems({ schedule }: Pick<BoardRoute, "schedule">): { late: number; other: number } {
  let other = schedule.breaks.filter(({ rule }) => rule !== "shift").length;
  for (const { breaks } of schedule.stops) {
    if (breaks.some(({ rule }) => rule !== "late" && rule !== "shift")) other++;
  }
  return { late: schedule.lateStops, other };
}
