import type { LatLng } from "../../domain/geo";
import type { TravelProfile } from "../../domain/travel/travel-profile";

/** What the server asks its Valhalla process; one at a time. */
export type ValhallaRequest =
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

export interface ValhallaAnswers {
  /** True per position that has a road within reach. */
  readonly locate: readonly boolean[];
  readonly matrix: RoadBlock;
  readonly route: readonly RoadLeg[];
}

export type ValhallaReply =
  | { readonly kind: "ready" }
  /** The native part could not be loaded, or the tiles not be opened. */
  | { readonly kind: "unusable"; readonly message: string }
  | { readonly kind: "answer"; readonly answer: ValhallaAnswers[keyof ValhallaAnswers] }
  /** Valhalla said no, in words only: it has no error codes through this binding. */
  | { readonly kind: "refused"; readonly message: string };
