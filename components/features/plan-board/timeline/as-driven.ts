import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { LiveRoute } from "../live/live-routes";

/** A route whose stops stand at the times they really had, or are expected at; what is not known stays as planned. */
export function asDriven(route: BoardRoute, live: LiveRoute): BoardRoute {
  const stops = route.schedule.stops.map((planned) => {
    const run = live.stops.get(planned.visitId);
    const expected = live.expected.get(planned.visitId);
    if (run && run.completedSeconds !== null) {
      const from = run.arrivedSeconds ?? run.completedSeconds;
      return { ...planned, arriveSeconds: from, startSeconds: from, departSeconds: run.completedSeconds };
    }
    if (!expected) return planned;
    const { arriveSeconds, startSeconds, departSeconds } = expected;
    return { ...planned, arriveSeconds, startSeconds, departSeconds };
  });
  const startSeconds = Math.min(route.schedule.startSeconds, live.startedSeconds ?? Number.POSITIVE_INFINITY);
  return { ...route, schedule: { ...route.schedule, startSeconds, stops } };
}

/** The stop of a driven route that a moment is nearest to; drivers need not keep to the planned order. */
export function stopNearest({ schedule }: BoardRoute, seconds: number): number | null {
  let nearest: number | null = null;
  let least = NEAR_SECONDS;
  for (const [index, { startSeconds, departSeconds }] of schedule.stops.entries()) {
    const away = Math.max(startSeconds - seconds, seconds - departSeconds, 0);
    if (away < least) [nearest, least] = [index, away];
  }
  return nearest;
}

/** Further away from every stop nothing is pointed at. */
const NEAR_SECONDS = 20 * 60;
