/** What somebody else has done to a route since it was seen. */
export interface RouteTruth {
  readonly routeId: string;
  readonly routeNumber: number;
  readonly change: "stops" | "locks";
  readonly changedBy: string;
  /** An instant, ISO 8601. */
  readonly changedAt: string;
}
