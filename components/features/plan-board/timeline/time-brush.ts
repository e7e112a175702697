import type { BoardRoute } from "@/server/domain/plan/plan-board";
import type { DayClock } from "@/server/domain/time/plain-clock";
import type { TimeSpan } from "./time-scale";

const STEP_SECONDS = 900;

/** The quarters of an hour that a stroke over the axis touches, whichever way it was drawn. */
export function brushBetween(aSeconds: number, bSeconds: number): TimeSpan {
  const fromSeconds = Math.floor(Math.min(aSeconds, bSeconds) / STEP_SECONDS) * STEP_SECONDS;
  const toSeconds = Math.ceil(Math.max(aSeconds, bSeconds) / STEP_SECONDS) * STEP_SECONDS;
  return { fromSeconds, toSeconds: Math.max(toSeconds, fromSeconds + STEP_SECONDS) };
}

/** The stops at whose doors somebody is during the span, in the order of the routes given. */
export function stopsDuring(routes: readonly BoardRoute[], { fromSeconds, toSeconds }: TimeSpan): string[] {
  return routes.flatMap(({ schedule }) =>
    schedule.stops
      .filter(
        (stop) => stop.startSeconds < toSeconds && Math.max(stop.departSeconds, stop.startSeconds + 1) > fromSeconds,
      )
      .map((stop) => stop.visitId),
  );
}

/**
 * "9", "9:30", "0930", "9.30-10:15", "9 to 11": a moment or a span of the day by its clock, as elapsed seconds; null when
 * it is neither.
 */
export function parseTimes(
  text: string,
  clock: DayClock,
): { readonly fromSeconds: number; readonly toSeconds: number | null } | null {
  const [first, second, ...rest] = text.trim().split(/\s*(?:-|–|to)\s*/i);
  const fromSeconds = parseClock(first ?? "", clock);
  if (fromSeconds === null || rest.length > 0) return null;
  if (second === undefined) return { fromSeconds, toSeconds: null };
  const toSeconds = parseClock(second, clock);
  return toSeconds === null || toSeconds <= fromSeconds ? null : { fromSeconds, toSeconds };
}

function parseClock(text: string, clock: DayClock): number | null {
  const parts = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text);
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)];
  // A shift may run past midnight: 26:30 is half past two of the next day.
  return hours < 36 && minutes < 60 ? clock.elapsed(hours * 3600 + minutes * 60) : null;
}
