import { formatTimeOfDay } from "@/components/lib/format";
import { parseAmount } from "@/components/lib/parse-amount";
import { type DriverBreak, driverBreaksSchema } from "@/server/domain/driver/driver-break";
import { parseTimeOfDay } from "@/server/domain/intake/parse-time-of-day";

const DAY_SECONDS = 86_400;

/** A driver's break while it is edited: what the fields hold. */
export interface BreakDraft {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly minutes: string;
}

/** What a break is until somebody says otherwise. */
export const USUAL_BREAK: Omit<BreakDraft, "key"> = { from: "11:30", to: "13:30", minutes: "30" };
export const MOST_BREAKS = 4;

export function breakDrafts(breaks: readonly DriverBreak[]): BreakDraft[] {
  const clock = (seconds: number) => formatTimeOfDay(seconds % DAY_SECONDS);
  return breaks.map(({ fromSeconds, toSeconds, durationSeconds }, index) => ({
    key: String(index),
    from: clock(fromSeconds),
    to: clock(toSeconds),
    minutes: String(durationSeconds / 60),
  }));
}

/**
 * The breaks meant, first things first; of a shift that ends the next day, times before it begins are that day's, unless
 * the window reaches into it. Undefined where something is no time, no number of minutes, or one break lies inside the next.
 */
export function readBreaks(
  drafts: readonly BreakDraft[],
  shift: { readonly fromSeconds: number; readonly toSeconds: number },
): DriverBreak[] | undefined {
  const earliestSeconds = shift.toSeconds > DAY_SECONDS ? shift.fromSeconds : 0;
  const after = (text: string, earliest: number) => {
    const seconds = parseTimeOfDay(text)?.seconds;
    return seconds === undefined || seconds >= earliest ? seconds : seconds + DAY_SECONDS;
  };
  const breaks = drafts.map(({ from, to, minutes }) => {
    const [begin, latest] = [after(from, 0), after(to, 0)];
    const reachesIn = begin !== undefined && latest !== undefined && begin <= latest && latest >= earliestSeconds;
    const fromSeconds = reachesIn ? begin : after(from, earliestSeconds);
    const toSeconds = fromSeconds === undefined ? undefined : after(to, fromSeconds % DAY_SECONDS);
    const isNextDay = (fromSeconds ?? 0) >= DAY_SECONDS && toSeconds !== undefined && toSeconds < DAY_SECONDS;
    return {
      fromSeconds,
      toSeconds: isNextDay ? toSeconds + DAY_SECONDS : toSeconds,
      durationSeconds: (parseAmount(minutes) ?? Number.NaN) * 60,
    };
  });
  const ordered = breaks.sort((a, b) => (a.fromSeconds ?? 0) - (b.fromSeconds ?? 0));
  const parsed = driverBreaksSchema.safeParse(ordered);
  return parsed.success ? parsed.data : undefined;
}
