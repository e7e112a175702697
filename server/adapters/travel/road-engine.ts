import type { LatLng } from "../../domain/geo";
import type { TravelProfile } from "../../domain/travel/travel-profile";

/** What roads can be asked, in one call. */
export type RoadRequest =
  | { readonly kind: "locate"; readonly profile: TravelProfile; readonly positions: readonly LatLng[] }
  | {
      readonly kind: "matrix";
      readonly profile: TravelProfile;
      readonly sources: readonly LatLng[];
      readonly targets: readonly LatLng[];
    }
  | { readonly kind: "route"; readonly profile: TravelProfile; readonly positions: readonly LatLng[] };

/** Row-major `sources × targets`; -1 where no way was found. */
export interface RoadBlock {
  readonly durationSeconds: Int32Array;
  readonly distanceMeters: Int32Array;
}

export interface RoadLeg {
  readonly durationSeconds: number;
  readonly distanceMeters: number;
  /** Encoded polyline, precision 5. */
  readonly shape: string;
}

export interface RoadAnswers {
  /** True per position that has a road within reach. */
  readonly locate: readonly boolean[];
  readonly matrix: RoadBlock;
  readonly route: readonly RoadLeg[];
}

/** How much one call may ask. */
export interface RoadLimits {
  readonly pairsPerMatrix: number;
  readonly positionsPerSide: number;
  readonly positionsPerLocate: number;
  readonly legsPerRoute: number;
  readonly callsAtOnce: number;
  /** A route with a position that has no road within reach is refused; otherwise it is moved to one, however far. */
  readonly refusesOffRoad: boolean;
}

/** Beyond this a position is off the roads, in a lake say: of 4,700 real addresses measured, none was 200 m from one. */
export const ROAD_REACH_METERS = 300;

/** The roads understood and said no: a position without a road, no way between two places. */
export class RoadRefusal extends Error {}

/** Too much for one call: ask for less. */
export class RoadsOverasked extends RoadRefusal {}

/** The roads are not there: cannot be loaded, crashed, hang, answer nonsense, or were closed. Its cause tells more. */
export class RoadsUnavailable extends Error {}

/** Something that knows roads: Valhalla in a process of its own, or a server over HTTP. */
export interface RoadEngine {
  readonly limits: RoadLimits;
  /** Rejects with `RoadRefusal`, `RoadsUnavailable` or the signal's reason, nothing else. */
  ask<R extends RoadRequest>(request: R, signal?: AbortSignal): Promise<RoadAnswers[R["kind"]]>;
  close(): Promise<void>;
}
