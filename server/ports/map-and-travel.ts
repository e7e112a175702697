import type { BoundingBox } from "@/server/domain/geo";

import type { TravelProfile } from "@/server/domain/travel/travel-profile";

/** What lies under the maps. */
export interface BaseMapSetup {
  readonly kind: "file" | "style" | "none";
  /** The file's name, or the style's host. */
  readonly name: string;
  /** Whether it could be read just now. */
  readonly isReadable: boolean;
}

/** One that is asked for addresses. */
export interface GeocoderSetup {
  readonly source: string;
  /** Where it is; null: here. */
  readonly host: string | null;
}

/** One that is asked for roads. */
export interface RoadsSetup {
  readonly kind: "valhalla" | "osrm" | "network";
  readonly name: string;
  /** Of a server. */
  readonly host: string | null;
  /** Of a network built here. */
  readonly builtAt: string | null;
  /** West, south, east, north; null: whatever it is asked. */
  readonly box: BoundingBox | null;
  /** Kinds of vehicles it is asked about; null: all. */
  readonly profiles: readonly TravelProfile[] | null;
}

/** How this installation finds its maps, addresses and roads; without keys and without what comes after a host. */
export interface MapAndTravelSetup {
  readonly baseMap: BaseMapSetup;
  /** In the order they are asked. */
  readonly geocoders: readonly GeocoderSetup[];
  /** The most trusted first; none: estimates. */
  readonly roads: readonly RoadsSetup[];
}

/** Looks at the installation. */
export interface MapAndTravel {
  read(): Promise<MapAndTravelSetup>;
}
