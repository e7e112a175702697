import "server-only";
import type { BaseMapPaths } from "@/server/ports/base-map";

type Properties = Readonly<Record<string, number | string | boolean>>;

/** Frames wider than these leave out what would be a scribble. */
const ALL_ROADS_HALF_METERS = 600;
const MINOR_ROADS_HALF_METERS = 2500;

const MAJOR = new Set(["motorway", "trunk", "primary", "secondary"]);
const MIDDLE = new Set(["tertiary"]);
const MINOR = new Set(["minor", "residential", "living_street", "unclassified"]);
const LANES = new Set(["service", "track"]);
const GREEN = new Set(["wood", "grass", "park", "cemetery", "pitch", "playground", "garden", "forest", "farmland"]);

/** The layers of the OpenMapTiles schema that are read. */
export const READ_LAYERS = ["landcover", "landuse", "park", "water", "waterway", "transportation"] as const;

/** On which path a feature of a layer is drawn at this width; null: not at all. */
export function pathOf(layer: string, { class: kind }: Properties, halfMeters: number): keyof BaseMapPaths | null {
  const name = String(kind ?? "");
  if (layer === "water") return "water";
  if (layer === "waterway") return halfMeters <= MINOR_ROADS_HALF_METERS ? "streams" : null;
  if (layer !== "transportation") return GREEN.has(name) || layer === "park" ? "green" : null;
  if (MAJOR.has(name)) return "major";
  if (MIDDLE.has(name)) return halfMeters <= MINOR_ROADS_HALF_METERS ? "major" : "minor";
  if (MINOR.has(name)) return halfMeters <= MINOR_ROADS_HALF_METERS ? "minor" : null;
  return LANES.has(name) && halfMeters <= ALL_ROADS_HALF_METERS ? "minor" : null;
}
