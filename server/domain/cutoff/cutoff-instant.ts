import { addLocalDays } from "@/server/domain/time/local-date";
import { startOfDay, wallToElapsedSeconds } from "@/server/domain/time/zoned-time";

export interface CutoffRule {
  /** Wall-clock seconds of the day; null: there is no cut-off. */
  readonly cutoffSeconds: number | null;
  /** How many days before the service day. */
  readonly cutoffDaysBefore: number;
}

/** The instant by which the orders of `date` are to be settled; null where the project has no cut-off. */
export function cutoffInstant(date: string, zone: string, rule: CutoffRule): Date | null {
  if (rule.cutoffSeconds === null) return null;
  const day = addLocalDays(date, -rule.cutoffDaysBefore);
  const elapsedSeconds = wallToElapsedSeconds(day, zone, rule.cutoffSeconds);
  return new Date(startOfDay(day, zone).getTime() + elapsedSeconds * 1000);
}
