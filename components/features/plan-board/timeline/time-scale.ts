import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { type DayClock, PLAIN_CLOCK } from "@/server/domain/time/plain-clock";

const HOUR = 3600;
/** The shortest step that leaves room for its label. */
const LABEL_PIXELS = 56;
/** No zone moves its clock by less. */
const FINEST_CHANGE_SECONDS = 900;
const STEPS_SECONDS = [300, 900, 1800, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];
export const MAX_ZOOM = 24;

export interface TimeSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** Seconds from the plan's midnight along a width in pixels. */
export interface TimeScale extends TimeSpan {
  readonly widthPixels: number;
}

/** From the first start to the last end of any shift or route, to whole hours; a working day where there is none. */
export function timeSpan(routes: readonly BoardRoute[]): TimeSpan {
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

/**
 * Where the axis is labelled: whole steps of the clock on the wall, as fine as their labels allow. What a clock put back
 * shows twice is labelled twice where there is room, and its first time where there is not.
 */
export function ticks(scale: TimeScale, clock: DayClock = PLAIN_CLOCK): number[] {
  const perSecond = scale.widthPixels / (scale.toSeconds - scale.fromSeconds);
  const step = STEPS_SECONDS.find((seconds) => seconds * perSecond >= LABEL_PIXELS) ?? STEPS_SECONDS.at(-1)!;
  const fine = Math.min(step, FINEST_CHANGE_SECONDS);
  const labelled: number[] = [];
  for (let at = Math.ceil(scale.fromSeconds / fine) * fine; at <= scale.toSeconds; at += fine) {
    const isCrowded = (at - (labelled.at(-1) ?? -Infinity)) * perSecond < LABEL_PIXELS;
    if (clock.wall(at) % step === 0 && !isCrowded) labelled.push(at);
  }
  return labelled;
}

/** The zoom after turning it by a factor: never less than the whole day, never more than minutes can be told apart. */
export function zoomedBy(zoom: number, factor: number): number {
  const next = Math.max(1, Math.min(MAX_ZOOM, zoom * factor));
  return Math.abs(next - 1) < 0.02 ? 1 : next;
}

/** How far to scroll so that a moment stands `atPixels` from the left of what is in view. */
export function scrollToKeep(scale: TimeScale, seconds: number, atPixels: number): number {
  return Math.max(0, pixelsAt(scale, seconds) - atPixels);
}
