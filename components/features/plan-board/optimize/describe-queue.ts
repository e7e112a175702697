import type { Words } from "@/components/lib/words/words";
import type { OptimizationStrategy } from "@/server/domain/plan/optimization-strategies";
import { formatClock } from "./format-clock";
import type { OptimizationQueue } from "./run-of-plan";

/** With fewer runs than this, nineteen in twenty mean nothing. */
const MANY_RUNS = 5;

/** Who is before this plan and how long such runs take: "2 ahead of this one · usually 0:31, 19 in 20 within 1:02". */
export function describeQueue(
  t: Words<"boardOptimize">,
  queue: OptimizationQueue,
  strategies: readonly OptimizationStrategy[],
): string {
  return [describePlace(t, queue), describeTimes(t, queue, strategies)].filter(Boolean).join(" · ");
}

function describePlace(t: Words<"boardOptimize">, { running, waiting, ahead }: OptimizationQueue): string {
  if (ahead === 0) return t("queue.next");
  if (ahead !== null) return t("queue.ahead", { count: ahead });
  if (waiting > 0) return t("queue.waiting", { running, waiting });
  return running > 1 ? t("queue.running", { count: running }) : "";
}

function describeTimes(
  t: Words<"boardOptimize">,
  { recent }: OptimizationQueue,
  strategies: readonly OptimizationStrategy[],
): string {
  const wanted = [...strategies].sort().join();
  const times = recent.find((each) => each.strategies.join() === wanted);
  if (!times) return "";
  if (times.runs < MANY_RUNS) return t("times.last", { time: formatClock(times.lastSeconds) });
  return t("times.usually", { median: formatClock(times.medianSeconds), most: formatClock(times.p95Seconds) });
}
