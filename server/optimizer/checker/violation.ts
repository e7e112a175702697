export type ViolationCode =
  | "route-count"
  | "unknown-visit"
  | "visited-twice"
  | "visit-missing"
  | "unassigned-but-routed"
  | "skills"
  | "features"
  | "allowed-vehicles"
  | "capacity"
  | "time-window"
  | "shift"
  | "max-visits"
  | "max-distance"
  | "max-drive-time"
  | "max-work-time"
  | "break-order"
  | "break-late"
  | "break-missing"
  | "reload-place"
  | "reload-count"
  | "pair-split"
  | "pair-order"
  | "pair-trip"
  | "pair-direct"
  | "locked"
  | "frozen"
  | "place"
  | "unreachable"
  | "cost";

export interface Violation {
  readonly code: ViolationCode;
  /** In words, with the numbers. */
  readonly cause: string;
  readonly vehicle?: number;
  readonly visit?: number;
  /** True where the caller bound the visits that break the rule to their place: a fact to show, not a fault of the plan. */
  readonly bound: boolean;
}
