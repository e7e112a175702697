import { z } from "zod";

const MOST_SECONDS = 4 * 3600;
const MOST_BREAKS = 4;

/**
 * A break of a driver: it begins inside its window, in wall-clock seconds of the day his shift begins on, which run past
 * 86,400 after midnight.
 */
export const driverBreakSchema = z
  .object({
    fromSeconds: z.int().min(0).max(172_800),
    /** Latest begin. */
    toSeconds: z.int().min(0).max(172_800),
    durationSeconds: z.int().min(60).max(MOST_SECONDS),
  })
  .refine(({ fromSeconds, toSeconds }) => fromSeconds <= toSeconds, {
    path: ["toSeconds"],
    message: "must not be before the earliest begin",
  });
export type DriverBreak = z.output<typeof driverBreakSchema>;

/** Breaks in the order they are taken. */
export const driverBreaksSchema = z
  .array(driverBreakSchema)
  .max(MOST_BREAKS)
  .refine(isInOrder, { message: "must be in the order they are taken" });

function isInOrder(breaks: readonly { readonly fromSeconds: number; readonly toSeconds: number }[]): boolean {
  return breaks.every(({ fromSeconds, toSeconds }, index) => {
    const before = breaks[index - 1];
    return !before || (before.fromSeconds <= fromSeconds && before.toSeconds <= toSeconds);
  });
}
