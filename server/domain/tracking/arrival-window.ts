import { errorsAtLead, type LeadErrors } from "./lead-errors";
import { isWithin } from "./tracking-state";

export const MINUTE_MS = 60_000;
/** Times are told in steps of this, and no window is narrower than `LEAST_WIDTH_MS`: a bare minute is a promise. */
export const STEP_MS = 5 * MINUTE_MS;
export const LEAST_WIDTH_MS = 15 * MINUTE_MS;
/** How wide a window is between dispatch and the stretch before the door. */
const DISPATCHED_WIDTH_MS = 120 * MINUTE_MS;

/** On what a window rests; later ones replace earlier ones, never the other way round. */
export const WINDOW_BASES = ["promised", "dispatched", "measured"] as const;
export type WindowBasis = (typeof WINDOW_BASES)[number];

/** Epoch milliseconds. */
export interface ClockRange {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ArrivalWindow extends ClockRange {
  readonly basis: WindowBasis;
}

export interface WindowFacts {
  /** What the customer was promised; null: only the day. */
  readonly promise: ClockRange | null;
  readonly isDispatched: boolean;
  /** When the driver is expected at the door; null: nothing is expected yet. */
  readonly arriveAtMs: number | null;
  readonly stopsBefore: number | null;
  readonly nowMs: number;
  readonly errors: LeadErrors;
}

/** From when on the window is measured: either is enough. */
export interface WindowRule {
  readonly measuredStops: number | null;
  readonly measuredMinutes: number | null;
}

/**
 * The window that can honestly be told at a moment (product.md §3, "ETA presentation"): the promise before dispatch, two
 * hours after it, and near the door what this tenant's errors at that lead time allow. Null: only the day is known. A
 * broad window does not reach past the promise while the driver is expected within it; a measured one says what it says.
 */
export function arrivalWindow(facts: WindowFacts, rule: WindowRule): ArrivalWindow | null {
  const { promise, isDispatched, arriveAtMs, stopsBefore, nowMs } = facts;
  if (!isDispatched || arriveAtMs === null) return promise && { ...promise, basis: "promised" };
  const leadMinutes = Math.max(0, (arriveAtMs - nowMs) / MINUTE_MS);
  if (!isWithin(stopsBefore, rule.measuredStops) && !isWithin(leadMinutes, rule.measuredMinutes)) {
    return { ...broadWindow(arriveAtMs, promise, nowMs), basis: "dispatched" };
  }
  const { p10Seconds, p90Seconds } = errorsAtLead(facts.errors, leadMinutes);
  const expected = Math.max(arriveAtMs, nowMs);
  const measured = {
    fromMs: Math.min(expected, arriveAtMs + p10Seconds * 1000),
    toMs: Math.max(expected, arriveAtMs + p90Seconds * 1000),
  };
  return { ...tellable(measured, nowMs), basis: "measured" };
}

function broadWindow(arriveAtMs: number, promise: ClockRange | null, nowMs: number): ClockRange {
  const fromMs = Math.round((arriveAtMs - DISPATCHED_WIDTH_MS / 2) / STEP_MS) * STEP_MS;
  const whole = { fromMs, toMs: fromMs + DISPATCHED_WIDTH_MS };
  const keeps = promise && arriveAtMs >= promise.fromMs && arriveAtMs <= promise.toMs;
  if (!keeps) return tellable(whole, nowMs);
  const within = { fromMs: Math.max(whole.fromMs, promise.fromMs), toMs: Math.min(whole.toMs, promise.toMs) };
  return tellable(within, nowMs);
}

/** Rounded outwards, as wide as the least, and not begun before now; contains whatever of the range is not past. */
function tellable({ fromMs, toMs }: ClockRange, nowMs: number): ClockRange {
  const lacking = Math.max(0, LEAST_WIDTH_MS - (toMs - fromMs));
  const from = Math.max(roundDown(fromMs - lacking / 2), roundDown(nowMs));
  return { fromMs: from, toMs: Math.max(roundUp(toMs + lacking / 2), from + LEAST_WIDTH_MS) };
}

export function roundDown(ms: number): number {
  return Math.floor(ms / STEP_MS) * STEP_MS;
}

function roundUp(ms: number): number {
  return Math.ceil(ms / STEP_MS) * STEP_MS;
}
