/** What the rules watch for, and what drivers report. */
export const WATCHED_TYPES = [
  "late",
  "no-start",
  "stale-gps",
  "low-battery",
  "link-not-opened",
  "declined",
  "proof-missing",
  "proof-rejected",
  "proof-flagged",
  "geocode-suspicious",
  "failed-stop",
  "low-rating",
  "act-refused",
  "problem",
] as const;
/** What a person writes down by hand. */
export const MANUAL_TYPES = ["address-issue", "damaged", "driver-issue", "other"] as const;
export const EXCEPTION_TYPES = [...WATCHED_TYPES, ...MANUAL_TYPES] as const;
export type WatchedType = (typeof WATCHED_TYPES)[number];
export type ExceptionType = (typeof EXCEPTION_TYPES)[number];

/** Least first. */
export const SEVERITIES = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const EXCEPTION_STATUSES = ["open", "acknowledged", "resolved", "dismissed"] as const;
export type ExceptionStatus = (typeof EXCEPTION_STATUSES)[number];

/** True while somebody still has to see to it. */
export function isStanding(status: ExceptionStatus): boolean {
  return status === "open" || status === "acknowledged";
}

export function moreSevere(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;
}

/** The next step up; critical stays. */
export function nextSeverity(severity: Severity): Severity {
  return SEVERITIES[Math.min(SEVERITIES.indexOf(severity) + 1, SEVERITIES.length - 1)]!;
}

/** What an exception is about; what does not apply is null. */
export interface ExceptionSubject {
  readonly planId: string | null;
  readonly routeId: string | null;
  readonly driverId: string | null;
  readonly deliveryId: string | null;
  readonly visitId: string | null;
}

/** What the sentence about it needs, by type; everything else is left out. */
export interface ExceptionDetails {
  readonly routeNumber?: number;
  /** Doors concerned: the late ones. */
  readonly visitIds?: readonly string[];
  readonly minutes?: number;
  /** Of the one that is latest: until when it was promised, and when it is expected; instants, ISO 8601. */
  readonly promised?: string;
  readonly expected?: string;
  readonly percent?: number;
  readonly meters?: number;
  /** Attempts so far, of so many. */
  readonly attempts?: number;
  readonly maxAttempts?: number;
  readonly reason?: string;
  /** Of five, as its customer gave them. */
  readonly stars?: number;
  readonly kind?: string;
  readonly note?: string;
  /** An instant, ISO 8601. */
  readonly since?: string;
}

export interface ExceptionNote {
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly text: string;
}
