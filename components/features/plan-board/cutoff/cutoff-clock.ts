/** How near the cut-off is: it colours the countdown. */
export type CutoffNearness = "ahead" | "near" | "past";

export interface CutoffClock {
  readonly nearness: CutoffNearness;
  readonly hours: number;
  /** Minutes beside the hours; rounded up before the cut-off and down after it, so that both meet at zero. */
  readonly minutes: number;
}

const NEAR_MINUTES = 60;

/** How long it is to the cut-off, or how long it has been. */
export function cutoffClock(cutoffEpochMs: number, nowEpochMs: number): CutoffClock {
  const left = (cutoffEpochMs - nowEpochMs) / 60_000;
  const minutes = left > 0 ? Math.ceil(left) : Math.floor(Math.abs(left));
  const nearness = left <= 0 ? "past" : minutes <= NEAR_MINUTES ? "near" : "ahead";
  return { nearness, hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
