import { arrivalWindow, type WindowFacts } from "./arrival-window";
import { type Lateness, lateness } from "./lateness";
import { steadyWindow, type ToldWindow } from "./steady-window";
import type { TrackingPolicy } from "./tracking-policy";
import { hasEnded, type TrackedDelivery, type TrackingState, trackingState } from "./tracking-state";

/** Everything a customer's words are made of; page and messages start from the same. */
export interface ArrivalSources extends Omit<WindowFacts, "stopsBefore"> {
  readonly tracked: TrackedDelivery;
  /** What was told last. */
  readonly told: ToldWindow | null;
}

export interface AssessedArrival {
  readonly state: TrackingState;
  readonly lateness: Lateness;
  /** What is told now, to be kept for next time; null: only the day, or nothing is expected any more. */
  readonly told: ToldWindow | null;
}

/** Where a delivery stands, in which window it comes, and whether that is late (product.md §3). */
export function assessArrival(sources: ArrivalSources, policy: TrackingPolicy): AssessedArrival {
  const { tracked, promise, arriveAtMs, nowMs } = sources;
  const state = trackingState(tracked, policy.near);
  if (hasEnded(state)) return { state, lateness: "on-time", told: null };
  const candidate = arrivalWindow({ ...sources, stopsBefore: tracked.nearness.stopsBefore }, policy.window);
  const told = steadyWindow(sources.told, candidate, arriveAtMs, nowMs);
  return { state, lateness: lateness(promise, told, arriveAtMs), told };
}
