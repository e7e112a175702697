import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import type { OptimizationQueue } from "../plan-gateway";
import { formatClock } from "./format-clock";

/** With fewer runs than this, nineteen in twenty mean nothing. */
const MANY_RUNS = 5;

/** Who is before this plan and how long such runs take: "2 ahead of this one · usually 0:31, 19 in 20 within 1:02". */
export function describeQueue(queue: OptimizationQueue, strategies: readonly OptimizationStrategy[]): string {
  return [describePlace(queue), describeTimes(queue, strategies)].filter(Boolean).join(" · ");
}

function describePlace({ running, waiting, ahead }: OptimizationQueue): string {
  if (ahead === 0) return "Next in line";
  if (ahead !== null) return `${ahead} ahead of this one`;
  if (waiting > 0) return `${running} running, ${waiting} waiting`;
  return running > 1 ? `${running} running` : "";
}

function describeTimes({ recent }: OptimizationQueue, strategies: readonly OptimizationStrategy[]): string {
  const wanted = [...strategies].sort().join();
  const times = recent.find((each) => each.strategies.join() === wanted);
  if (!times) return "";
  if (times.runs < MANY_RUNS) return `last took ${formatClock(times.lastSeconds)}`;
  return `usually ${formatClock(times.medianSeconds)}, 19 in 20 within ${formatClock(times.p95Seconds)}`;
}
