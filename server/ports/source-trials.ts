import type { LatLng } from "@/server/domain/geo";
import type { GeocoderSource, MapSource, SourceFault, TravelSource } from "@/server/domain/own-source/own-source";
import type { TravelProfile } from "@/server/domain/travel/travel-profile";
import type { AddressQuery, GeocodeResult } from "./geocoder";

/** How asking a source once went. */
export type Trial<T> =
  | { readonly ok: true; readonly found: T; readonly milliseconds: number }
  | {
      readonly ok: false;
      readonly fault: SourceFault;
      /** Who did not answer as it should. */
      readonly host: string;
      /** By which name it was asked, where it was asked by several. */
      readonly subject?: string;
      readonly milliseconds: number;
    };

export interface TriedDrive {
  /** Kinds of vehicles that drive so. */
  readonly profiles: readonly TravelProfile[];
  /** What the server calls them; null: it knows them by themselves. */
  readonly name: string | null;
  readonly distanceMeters: number;
  readonly durationSeconds: number;
}

export interface TriedMap {
  /** Where browsers fetch its parts from. */
  readonly origins: readonly string[];
}

/**
 * Asks a source that nobody has chosen yet, once, with time and size limits, and never one of our own networks unless the
 * installation may. Answers always; what went wrong is told by kind only, without what the other side said.
 */
export interface SourceTrials {
  /** `address-book` answers "not found" without asking anybody. */
  geocoder(source: GeocoderSource, key: string | null, query: AddressQuery): Promise<Trial<GeocodeResult>>;
  /** A way and a table, as planning asks for both, by each name it has for vehicles. */
  travel(
    source: TravelSource,
    key: string | null,
    way: readonly [LatLng, LatLng],
  ): Promise<Trial<readonly TriedDrive[]>>;
  map(source: MapSource): Promise<Trial<TriedMap>>;
}
