import type { LatLng } from "@/server/domain/geo";
import type { TravelMatrix } from "@/server/domain/plan/routing-problem";
import type { EstimateCalibration } from "@/server/domain/travel/estimate-leg";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";

export type { TravelProfile } from "@/server/domain/travel/travel-profile";

export interface TravelMatrixResult extends TravelMatrix {
  /** `roads`: measured on a road network; `estimate`: from straight lines, perhaps calibrated on roads. */
  readonly source: "roads" | "estimate";
  /** Indices of positions inside the road network that no road reaches; their rows and columns hold estimates. */
  readonly unreachable: readonly number[];
  /** Why roads that are there could not be asked, for people to read; what they would have said is estimated. */
  readonly roadsFailure?: string;
}

export interface TravelLeg {
  readonly durationSeconds: number;
  readonly distanceMeters: number;
  /** Encoded polyline (precision 5) from start to end; absent when only an estimate is known. */
  readonly shape?: string;
  readonly source: "roads" | "estimate";
}

export interface TravelOptions {
  readonly signal?: AbortSignal;
  /** Aborted when the answer is wanted now: what has not been measured yet is estimated. */
  readonly enough?: AbortSignal;
  /** What is known of the region's traffic, for whatever is estimated without roads to compare with. */
  readonly calibration?: EstimateCalibration;
  /** Told whose roads the legs are on; not where they are estimated. */
  readonly onEngine?: (name: string) => void;
  /** Told why roads that are there could not be asked for legs: another answer may come of asking later. */
  readonly onRoadsFailure?: (reason: string) => void;
  /** Called with 0..1. */
  readonly onProgress?: (fraction: number) => void;
}

/** How long it takes to drive. Every call answers: what roads cannot say is estimated and marked. */
export interface TravelPort {
  /** Row-major matrices over SharedArrayBuffers, `positions.length` squared; the caller's own, to be changed at will. */
  matrix(positions: readonly LatLng[], profile: TravelProfile, options?: TravelOptions): Promise<TravelMatrixResult>;
  /** One leg per consecutive pair of positions, with its shape: `positions.length - 1` legs. */
  legs(positions: readonly LatLng[], profile: TravelProfile, options?: TravelOptions): Promise<readonly TravelLeg[]>;
}
