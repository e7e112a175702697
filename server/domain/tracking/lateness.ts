import type { ClockRange } from "./arrival-window";

/** `at-risk`: expected in time, but what is told reaches past the promise. */
export type Lateness = "on-time" | "at-risk" | "late";

/**
 * Whether a promise will be kept, as it must be said before anything else (product.md §3: "never a silent shift"): a told
 * window that reaches past the promise is never called on time.
 */
export function lateness(promise: ClockRange | null, told: ClockRange | null, arriveAtMs: number | null): Lateness {
  if (promise === null) return "on-time";
  if (arriveAtMs !== null && arriveAtMs > promise.toMs) return "late";
  return told !== null && told.toMs > promise.toMs ? "at-risk" : "on-time";
}
