import { useEffect, useState } from "react";
import type { BoardPlan } from "@/server/domain/plan/plan-board";
import { DAY_SECONDS } from "./use-now-seconds";

/** Whether the plan's day, with the night after it, is over; false until the browser has looked at its clock. */
export function useIsPast({ midnightEpochMs }: BoardPlan): boolean {
  const [isPast, setIsPast] = useState(false);
  useEffect(() => setIsPast(Date.now() > midnightEpochMs + DAY_SECONDS * 1000), [midnightEpochMs]);
  return isPast;
}
