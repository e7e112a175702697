import { hasWrongPin, type TasksByVisit } from "./door-pin";
import { type DriverOp, opVisitIds } from "./driver-op";
import { compareOps } from "./fold-ops";

/** What became of an act that a device sent. None is ever dropped in silence. */
export type OpVerdict =
  /** It changed what is known. */
  | { readonly verdict: "applied" }
  /** It had come before. */
  | { readonly verdict: "duplicate" }
  /** Kept, but something newer, or the same said earlier, already stands. */
  | { readonly verdict: "superseded" }
  | { readonly verdict: "rejected"; readonly reason: OpRejection };

export type OpRejection =
  /** The stop is not on this route; `movedTo` when it was taken to another. */
  | "not-on-route"
  /** The desk has cancelled the stop's order, and taken it off the route with that. */
  | "order-cancelled"
  /** The id belongs to another act. */
  | "op-id-taken"
  /** By its own clock, even put right, it happens later than it was received. */
  | "in-the-future"
  /** Older than anything a route's link is good for. */
  | "too-old"
  /** Handed over upon a PIN that is not the recipient's. */
  | "wrong-pin"
  | "malformed";

/** What merging asks of the act's surroundings. */
export interface MergeContext {
  /** The visits on the route now, and those it has had outcomes for. */
  readonly visitIds: ReadonlySet<string>;
  /** Of the others an act may name: those whose order is cancelled. */
  readonly cancelledVisitIds: ReadonlySet<string>;
  /** What was to be done at their doors. */
  readonly tasksOf: TasksByVisit;
  readonly receivedAtMs: number;
  /** How far the device's clock is behind ours; negative when ahead. */
  readonly skewMs: number;
  /** The route was another driver's from then on; absent: it is his who says this. */
  readonly untilMs?: number;
}

/** A device whose clock is further off is flagged, and its times are put right by so much. */
export const TOLERATED_SKEW_MS = 2 * 60_000;
/** What a clock may still be ahead after putting right: the time a request takes, generously. */
const FUTURE_SLACK_MS = 10 * 60_000;
const OLDEST_MS = 14 * 24 * 3600_000;

/** When an act really happened: the device's time, put right where its clock is known to be off. */
export function correctedAtMs(occurredAtMs: number, skewMs: number): number {
  return Math.abs(skewMs) > TOLERATED_SKEW_MS ? occurredAtMs + skewMs : occurredAtMs;
}

/** Why an act cannot be kept for this route; null when it can. */
export function rejectionOf(act: DriverOp, context: MergeContext): OpRejection | null {
  const atMs = correctedAtMs(act.occurredAt.getTime(), context.skewMs);
  if (!Number.isFinite(atMs) || atMs > context.receivedAtMs + FUTURE_SLACK_MS) return "in-the-future";
  if (atMs < context.receivedAtMs - OLDEST_MS) return "too-old";
  if (atMs > (context.untilMs ?? Number.POSITIVE_INFINITY)) return "not-on-route";
  const strangers = opVisitIds(act).filter((visitId) => !context.visitIds.has(visitId));
  if (strangers.length > 0) {
    return strangers.every((visitId) => context.cancelledVisitIds.has(visitId)) ? "order-cancelled" : "not-on-route";
  }
  return hasWrongPin(act, context.tasksOf) ? "wrong-pin" : null;
}

/** True when the act says something that the acts known before do not say already, or not as new. */
export function isNews(act: DriverOp, known: readonly DriverOp[]): boolean {
  const about = (other: DriverOp, visitId: string) => opVisitIds(other).includes(visitId);
  switch (act.type) {
    case "report":
      return true;
    case "complete":
      return act.visitIds.some(
        (visitId) =>
          !known.some((other) => other.type === "complete" && about(other, visitId) && compareOps(other, act) > 0),
      );
    case "depart":
    case "arrive":
      return !known.some(
        (other) =>
          about(other, act.visitId) &&
          (other.type === "complete" || (other.type === act.type && compareOps(other, act) < 0)),
      );
    case "accept":
    case "decline":
      return !known.some(
        (other) => (other.type === "accept" || other.type === "decline") && compareOps(other, act) > 0,
      );
    case "break-start":
    case "break-end":
      return true;
    default:
      return !known.some((other) => other.type === act.type && compareOps(other, act) < 0);
  }
}
