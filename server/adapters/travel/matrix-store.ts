import type { LatLng } from "@/server/domain/geo";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { RoadBlock } from "./road-engine";

/** What a set of doors' ways depend on besides the doors. */
export interface MatrixKey {
  /** Which roads, in which state: changes whenever the roads do. */
  readonly roads: string;
  readonly profile: TravelProfile;
}

export interface StoredMatrix {
  readonly doors: readonly LatLng[];
  /** Per door: whether a road is near it. */
  readonly reachable: readonly boolean[];
  /** Row-major over the doors; -1 where there is no way. */
  readonly known: RoadBlock;
}

/** Remembers measured matrices. One that is not there, or not whole any more, is measured again: nothing here may fail. */
export interface MatrixStore {
  /** Of the matrices with this key, the one that shares most doors. */
  find(key: MatrixKey, doors: readonly LatLng[]): Promise<StoredMatrix | undefined>;
  save(key: MatrixKey, matrix: StoredMatrix): Promise<void>;
}

/** Doors are the same when they are to a metre. */
export const doorName = ({ lat, lng }: LatLng): string => `${lat.toFixed(5)},${lng.toFixed(5)}`;
