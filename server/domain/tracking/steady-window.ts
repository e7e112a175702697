import { type ArrivalWindow, LEAST_WIDTH_MS, MINUTE_MS, STEP_MS, WINDOW_BASES } from "./arrival-window";

/** A window is told anew only when an edge of it has moved by this much. */
export const HYSTERESIS_MS = 10 * MINUTE_MS;
/** After dispatch a window may become wider so often; then it only moves or narrows. */
const MOST_WIDENINGS = 1;

/** What a customer was last told, kept with the delivery. */
export interface ToldWindow extends ArrivalWindow {
  /** How often it has become wider since dispatch. */
  readonly widenings: number;
}

/**
 * What to tell a customer who was told something before (product.md §3: "do not shrink then widen more than once"). Small
 * moves are kept from him while the driver is still expected within what he was told; a measured window does not become
 * a broad one again; a window that has become wider once keeps its width and moves. When a route is taken back, the
 * promise counts again and all begins anew. `arriveAtMs`: the expectation the candidate was made of.
 */
export function steadyWindow(
  told: ToldWindow | null,
  candidate: ArrivalWindow | null,
  arriveAtMs: number | null,
  nowMs: number,
): ToldWindow | null {
  if (candidate === null) return null;
  if (told === null || candidate.basis === "promised" || told.basis === "promised" || arriveAtMs === null) {
    return { ...candidate, widenings: 0 };
  }
  const expectedMs = Math.max(arriveAtMs, nowMs);
  const isStepOn = rank(candidate) > rank(told);
  const width = told.toMs - told.fromMs;
  const isWider = candidate.toMs - candidate.fromMs > width;
  if (!isStepOn && isNear(told, candidate) && holds(told, expectedMs)) return told;
  const basis = isStepOn ? candidate.basis : told.basis;
  if (!isWider) return { ...candidate, basis, widenings: told.widenings };
  if (told.widenings < MOST_WIDENINGS && rank(candidate) >= rank(told)) {
    return { ...candidate, basis, widenings: told.widenings + 1 };
  }
  if (holds(told, expectedMs) && isNear(told, moved(candidate, width, expectedMs))) return { ...told, basis };
  return { ...moved(candidate, width, expectedMs), basis, widenings: told.widenings };
}

/** The candidate at another width, with the expectation as far from its beginning in proportion. */
function moved(candidate: ArrivalWindow, width: number, expectedMs: number) {
  const share = (expectedMs - candidate.fromMs) / (candidate.toMs - candidate.fromMs);
  const from = Math.floor((expectedMs - Math.min(1, Math.max(0, share)) * width) / STEP_MS) * STEP_MS;
  const fromMs = expectedMs > from + width ? from + STEP_MS : from;
  return { fromMs, toMs: fromMs + Math.max(width, LEAST_WIDTH_MS) };
}

function rank({ basis }: ArrivalWindow): number {
  return WINDOW_BASES.indexOf(basis);
}

function isNear(a: { fromMs: number; toMs: number }, b: { fromMs: number; toMs: number }): boolean {
  return Math.abs(a.fromMs - b.fromMs) < HYSTERESIS_MS && Math.abs(a.toMs - b.toMs) < HYSTERESIS_MS;
}

function holds({ fromMs, toMs }: ArrivalWindow, expectedMs: number): boolean {
  return fromMs <= expectedMs && expectedMs <= toMs;
}
