import { useEffect, useState } from "react";
import type { BoardPlan } from "@/server/domain/plan/plan-board";

/** A day's routes may be on the road until the next morning. */
export const DAY_SECONDS = 30 * 3600;
const EVERY_MILLISECONDS = 30_000;

/** Seconds since the plan's midnight, every half minute; null while the plan's day is not today. */
export function useNowSeconds({ midnightEpochMs }: BoardPlan): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const read = () => {
      const seconds = (Date.now() - midnightEpochMs) / 1000;
      setNow(seconds >= 0 && seconds < DAY_SECONDS ? seconds : null);
    };
    read();
    const timer = window.setInterval(read, EVERY_MILLISECONDS);
    return () => window.clearInterval(timer);
  }, [midnightEpochMs]);
  return now;
}
