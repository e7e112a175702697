import type { DriverBreak } from "@/server/domain/driver/driver-break";
import type { RouteSequence } from "./place-visits";
import type { ReloadMark } from "./reload-trips";

/** Where a visit goes: after another visit of a route, at a route's front (`afterVisitId` null), or into the pool. */
export interface Placement {
  readonly visitId: string;
  readonly routeId: string | null;
  readonly afterVisitId: string | null;
}

/** One order on its way to another day. */
export interface DayMove {
  readonly deliveryId: string;
  /** The day it is on, without which the move means nothing. */
  readonly fromDate: string;
  readonly toDate: string;
  /**
   * What becomes of times promised for the one day: with `keep` they must hold on the other day too, with `move` they are
   * taken along, with `leave` nobody asks, because they were so before.
   */
  readonly promise: "keep" | "move" | "leave";
}

/** What takes an edit back. Stated as intents, so that it can be put on top of what others did in between. */
export type PlanEditInverse =
  | {
      readonly kind: "place";
      /** Applied in order. */
      readonly placements: readonly Placement[];
      /** Where the edit left each visit; if one is elsewhere by now, somebody touched it. */
      readonly leftAt: readonly { readonly visitId: string; readonly routeId: string | null }[];
      /** Where routes went back to load, of the stops at which the edit changed that; absent: nowhere. */
      readonly reloads?: readonly ReloadMark[];
    }
  | {
      readonly kind: "restore";
      /** The sequences before the edit, of every route it changed. */
      readonly routes: readonly RouteSequence[];
      /** The sequences the edit left; a route that is driven otherwise by now refuses. */
      readonly leftAs: readonly RouteSequence[];
    }
  | {
      readonly kind: "lock";
      readonly routes: readonly {
        readonly routeId: string;
        readonly locked: boolean;
        /** Absent in edits from before there was one: left as it is. */
        readonly frozenStops?: number;
      }[];
      readonly stops: readonly {
        readonly visitId: string;
        readonly lockedToDriver: boolean;
        readonly lockedToPosition: boolean;
        /** Elapsed seconds from the plan's local midnight; null: at any time. Absent: left as it is. */
        readonly lockedStartSeconds?: number | null;
      }[];
    }
  | {
      /** Orders moved to another day, each to be moved back. */
      readonly kind: "service-day";
      readonly deliveries: readonly DayMove[];
      /** All their doors, as the board names them. */
      readonly visitIds: readonly string[];
    }
  | {
      /** Orders that were cancelled and come back to where they were; or that were brought back, to be cancelled again. */
      readonly kind: "cancel";
      readonly isCancelled: boolean;
      readonly deliveryIds: readonly string[];
      /** Where their visits were; applied in order. */
      readonly placements: readonly Placement[];
      readonly reloads?: readonly ReloadMark[];
    }
  | {
      /** Drivers of routes, to be given back. */
      readonly kind: "drivers";
      readonly terms: readonly RouteTerms[];
      /** As the edit left them; a route that somebody else drives by now refuses. */
      readonly leftAs: readonly RouteTerms[];
    };

/** Who drives a route, what, and when. */
export interface RouteTerms {
  readonly routeId: string;
  readonly driverId: string;
  readonly vehicleId: string;
  /** Wall-clock seconds of the day. */
  readonly shiftFromSeconds: number;
  readonly shiftToSeconds: number;
  /** Null, and absent in edits from before there were any: as the driver usually takes them. */
  readonly breaks?: readonly DriverBreak[] | null;
}

/** What takes a change of routes' sequences back. */
export type SequenceInverse = Extract<PlanEditInverse, { kind: "place" | "restore" }>;
