import type { MapFrame } from "@/server/domain/tracking/map-frame";

/** Ground, water and roads of a small map as SVG path data, in its frame's units; no names, no house numbers. */
export interface BaseMapPaths {
  readonly green: string;
  readonly water: string;
  readonly streams: string;
  readonly minor: string;
  readonly major: string;
}

/** The ground of one frame. */
export interface Ground {
  readonly paths: BaseMapPaths;
  /** Whose data it is, as they want to be named; empty: nobody's. */
  readonly attribution: string;
}

/** What lies under a small map that the server draws itself. */
export interface BaseMap {
  /** Null where nothing is known of a place, or not at the moment. */
  draw(frame: MapFrame): Promise<Ground | null>;
}
