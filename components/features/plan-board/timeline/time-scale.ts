import type { BoardRoute } from "@/server/domain/plan/plan-board";

const HOUR = 3600;
/** The shortest step that leaves room for its label. */
const LABEL_PIXELS = 56;
const STEPS_SECONDS = [900, 1800, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

/** Seconds from the plan's midnight along a width in pixels. */
export interface TimeScale {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly widthPixels: number;
}

/** From the first start to the last end of any shift or route, to whole hours; a working day where there is none. */
export function timeSpan(routes: readonly BoardRoute[]): Pick<TimeScale, "fromSeconds" | "toSeconds"> {
  if (routes.length === 0) return { fromSeconds: 8 * HOUR, toSeconds: 18 * HOUR };
  const from = Math.min(...routes.map((route) => Math.min(route.rules.shift.fromSeconds, route.schedule.startSeconds)));
  const to = Math.max(...routes.map((route) => Math.max(route.rules.shift.toSeconds, route.schedule.endSeconds)));
  return { fromSeconds: Math.floor(from / HOUR) * HOUR, toSeconds: Math.ceil(to / HOUR) * HOUR };
}

export function pixelsAt({ fromSeconds, toSeconds, widthPixels }: TimeScale, seconds: number): number {
  return ((seconds - fromSeconds) / (toSeconds - fromSeconds)) * widthPixels;
}

export function secondsAt({ fromSeconds, toSeconds, widthPixels }: TimeScale, pixels: number): number {
  return fromSeconds + (pixels / widthPixels) * (toSeconds - fromSeconds);
}

/** Where the axis is labelled: whole steps, as fine as their labels allow. */
export function ticks(scale: TimeScale): number[] {
  const perSecond = scale.widthPixels / (scale.toSeconds - scale.fromSeconds);
  const step = STEPS_SECONDS.find((seconds) => seconds * perSecond >= LABEL_PIXELS) ?? STEPS_SECONDS.at(-1)!;
  const first = Math.ceil(scale.fromSeconds / step) * step;
  const count = Math.max(0, Math.floor((scale.toSeconds - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}
