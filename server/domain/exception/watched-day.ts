import type { Priority } from "@/server/domain/plan/routing-problem";

/** A plan's day as the rules look at it. Instants are milliseconds. */
export interface WatchedDay {
  readonly planId: string;
  readonly nowMs: number;
  readonly routes: readonly WatchedRoute[];
  readonly arrivals: readonly WatchedArrival[];
  /** Visits with an outcome. */
  readonly outcomes: readonly WatchedOutcome[];
  /** Problems drivers reported, and acts that could not be taken. */
  readonly acts: readonly WatchedAct[];
}

export interface WatchedRoute {
  readonly routeId: string;
  readonly number: number;
  readonly status: "planned" | "dispatched" | "started" | "finished";
  readonly driverId: string | null;
  readonly stops: number;
  readonly plannedStartMs: number;
  /** Its newest link. */
  readonly link: {
    readonly status: "offered" | "accepted" | "declined" | "revoked";
    readonly sentAtMs: number;
    readonly openedAtMs: number | null;
    readonly declineReason: string | null;
  } | null;
  readonly startedAtMs: number | null;
  readonly isOnBreak: boolean;
  /** Where its driver was last seen, on this route. */
  readonly seen: { readonly recordedAtMs: number; readonly batteryPercent: number | null } | null;
}

export interface WatchedArrival {
  readonly routeId: string;
  readonly visitId: string;
  /** When what was promised is expected: that service begins, or that it ends. */
  readonly expectedAtMs: number;
  /** Past the last promise that could be kept. */
  readonly lateSeconds: number;
  readonly priority: Priority;
}

export interface WatchedOutcome {
  readonly routeId: string;
  readonly visitId: string;
  readonly deliveryId: string;
  /** Nobody has decided yet what becomes of the delivery. */
  readonly isUndecided: boolean;
  readonly outcome: "delivered" | "partial" | "failed" | "attempted";
  readonly reason: string | null;
  /** How often this delivery was tried, this time included. */
  readonly attempts: number;
  /** The door asks for a photo or a signature, and nothing came. */
  readonly lacksProof: boolean;
  /** What was decided on the evidence of this very end; null: nothing. */
  readonly review: WatchedReview | null;
  /** What its customer said of the delivery; null: nothing. */
  readonly rating: { readonly stars: number; readonly comment: string } | null;
  /** Between the address and where the device was, less what it was unsure of; null: not known. */
  readonly offMeters: number | null;
}

export interface WatchedReview {
  readonly state: "approved" | "flagged" | "rejected";
  readonly note: string;
  readonly reviewerId: string | null;
  readonly reviewedBy: string;
}

export interface WatchedAct {
  readonly opId: string;
  readonly routeId: string;
  readonly visitId: string | null;
  /** `refused`: it could not be taken; `report`: the driver says that something is wrong. */
  readonly what: "refused" | "report";
  /** Of a report; of a refused act, what it was. */
  readonly kind: string;
  readonly reason: string | null;
  readonly note: string;
}
