/** Of fleet, plan and the day on the road, that say everything by themselves. */
export const ROUTE_REASONS = [
  // Fleet
  "vehicle-changed",
  "driver-changed",
  "document-expired",
  // The plan
  "visit-not-found",
  "route-not-found",
  "mutation-reused",
  "nothing-to-turn",
  "not-of-routes",
  "not-next",
  "not-later",
  "past-day",
  "day-closed",
  // The optimizer
  "no-drivers",
  "all-locked",
  "optimizer-busy",
  "not-ready",
  "committed",
  // Failed deliveries
  "attempts-spent",
  "contact-rules",
  // What drivers, or the desk for them, say of a route: those of `OpRejection`
  "not-on-route",
  "order-cancelled",
  "op-id-taken",
  "in-the-future",
  "too-old",
  "wrong-pin",
  "malformed",
  "positions-waiting",
  "route-declined",
  "route-begun",
  "route-over",
  "not-checked-in",
  "notes-spent",
  // Evidence
  "proof-changed",
  "grant-bad",
  "grant-expired",
  "upload-type",
  "upload-length",
  "upload-hash",
  "upload-missing",
  "upload-spent",
  "uploads-spent",
] as const;

/** A stop by the name a person knows it by; absent: the stop meant. */
type AStop = { readonly stop?: string };
type ARoute = { readonly routeNumber: number };
type SomeRoutes = { readonly routeNumbers: readonly number[] };

/** Reasons of the same whose sentence needs particulars. */
export interface RouteReasons {
  in_use: { readonly name: string; readonly drivers: number; readonly days: number; readonly projects: number };
  "visit-closed": AStop;
  "no-position": AStop;
  "anchor-not-found": AStop;
  "pair-order": AStop;
  "pair-split": AStop;
  "stop-locked": AStop & { readonly lock: "driver" | "position" | "front" | "next" };
  "stop-made": AStop;
  "goods-aboard": AStop;
  "route-locked": ARoute;
  "route-finished": ARoute;
  "depot-without-position": ARoute;
  "not-dispatched": ARoute;
  finished: ARoute;
  "same-driver": { readonly driver: string };
  "driver-inactive": { readonly driver: string };
  "no-vehicle": { readonly driver: string };
  "vehicle-in-use": ARoute;
  "nothing-to-split": ARoute;
  "no-contact": { readonly driver: string };
  "changed-since": SomeRoutes;
  "changed-since-preview": SomeRoutes;
  "needs-confirmation": SomeRoutes;
  /** Stops are not where they were seen; the first is where `routeNumber` says (null: on no route). */
  "stops-moved": {
    readonly conflicts: readonly {
      readonly isOnBoard: boolean;
      readonly routeNumber: number | null;
      readonly routeId: string | null;
      readonly seenRouteId: string | null;
    }[];
    readonly changedBy: string | null;
  };
  /** Somebody else has changed these routes since they were seen. */
  "routes-changed": { readonly routes: readonly { readonly routeNumber: number }[]; readonly changedBy: string };
  "locked-since": { readonly changedBy: string };
  "orders-changed": { readonly count: number };
}
