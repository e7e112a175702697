import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from "maplibre-gl";
import { BASEMAP_COLORS, type BasemapColors } from "./basemap-colors";
import { MAP_FONTS } from "./load-maplibre";
import type { MapTheme } from "./route-palette";

/** A style over an OpenMapTiles vector source, without glyphs: labels are drawn from local fonts. */
export function vectorStyle(theme: MapTheme, source: VectorSourceSpecification): StyleSpecification {
  const colors = BASEMAP_COLORS[theme];
  return {
    version: 8,
    sources: { basemap: source },
    layers: [
      { id: "background", type: "background", paint: { "background-color": colors.land } },
      ...areaLayers(colors),
      ...roadLayers(colors),
      ...labelLayers(colors),
    ],
  };
}

const from = (id: string, sourceLayer: string) => ({ id, source: "basemap", "source-layer": sourceLayer });
const classIn = (...classes: string[]): ExpressionSpecification => ["in", ["get", "class"], ["literal", classes]];
const byZoom = (...stops: number[]): ExpressionSpecification =>
  ["interpolate", ["exponential", 1.5], ["zoom"], ...stops] as ExpressionSpecification;

function areaLayers(colors: BasemapColors): LayerSpecification[] {
  return [
    {
      ...from("residential", "landuse"),
      type: "fill",
      filter: classIn("residential", "suburb", "neighbourhood"),
      paint: { "fill-color": colors.residential },
    },
    {
      ...from("landcover", "landcover"),
      type: "fill",
      filter: classIn("grass", "wood", "wetland", "farmland"),
      paint: { "fill-color": colors.green, "fill-opacity": 0.8 },
    },
    {
      ...from("green", "landuse"),
      type: "fill",
      filter: classIn("cemetery", "pitch", "playground", "park", "garden"),
      paint: { "fill-color": colors.green },
    },
    { ...from("park", "park"), type: "fill", paint: { "fill-color": colors.green } },
    { ...from("water", "water"), type: "fill", paint: { "fill-color": colors.water } },
    {
      ...from("waterway", "waterway"),
      type: "line",
      paint: { "line-color": colors.water, "line-width": byZoom(9, 0.6, 14, 2, 18, 8) },
    },
    {
      ...from("runway", "aeroway"),
      type: "line",
      filter: ["==", ["geometry-type"], "LineString"],
      paint: { "line-color": colors.path, "line-width": byZoom(11, 1, 14, 6, 18, 40) },
    },
    {
      ...from("building", "building"),
      type: "fill",
      minzoom: 13,
      paint: {
        "fill-color": colors.building,
        "fill-outline-color": colors.buildingEdge,
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0, 14, 1],
      },
    },
  ];
}

const MAIN = classIn("motorway", "trunk", "primary");
const MIDDLE = classIn("secondary", "tertiary");
const MINOR = classIn("minor", "service", "busway", "raceway");
const ROUND = { "line-cap": "round", "line-join": "round" } as const;

function roadLayers(colors: BasemapColors): LayerSpecification[] {
  const road = (
    id: string,
    filter: ExpressionSpecification,
    color: string,
    width: ExpressionSpecification,
    minzoom = 4,
  ) =>
    ({
      ...from(id, "transportation"),
      type: "line",
      filter,
      minzoom,
      layout: ROUND,
      paint: { "line-color": color, "line-width": width },
    }) satisfies LayerSpecification;
  return [
    {
      ...road("path", classIn("path", "track", "pedestrian"), colors.path, byZoom(13, 0.5, 18, 3), 13),
      paint: { "line-color": colors.path, "line-width": byZoom(13, 0.6, 18, 3), "line-dasharray": [2, 1.5] },
    },
    road("rail", classIn("rail", "transit"), colors.rail, byZoom(9, 0.5, 14, 1.2, 18, 3), 9),
    road("minor-casing", MINOR, colors.roadCasing, byZoom(12, 0.5, 13, 1.9, 14, 3.6, 18, 18), 12),
    road("middle-casing", MIDDLE, colors.roadCasing, byZoom(9, 0.8, 12, 2.4, 14, 6, 18, 25), 9),
    road("main-casing", MAIN, colors.roadCasing, byZoom(6, 0.8, 12, 3.6, 14, 8, 18, 31)),
    road("minor-road", MINOR, colors.road, byZoom(12, 0.25, 13, 1.1, 14, 2.4, 18, 16), 12),
    road("middle-road", MIDDLE, colors.road, byZoom(9, 0.4, 12, 1.6, 14, 4.8, 18, 23), 9),
    road("main-road", MAIN, colors.mainRoad, byZoom(6, 0.4, 12, 2.6, 14, 6.6, 18, 29)),
    {
      ...from("boundary", "boundary"),
      type: "line",
      filter: ["<=", ["get", "admin_level"], 4],
      paint: { "line-color": colors.boundary, "line-width": 1, "line-dasharray": [3, 2], "line-opacity": 0.7 },
    },
  ];
}

const NAME: ExpressionSpecification = ["coalesce", ["get", "name:latin"], ["get", "name"]];

function labelLayers(colors: BasemapColors): LayerSpecification[] {
  const halo = { "text-halo-color": colors.labelHalo, "text-halo-width": 1.4 };
  return [
    {
      ...from("house-number", "housenumber"),
      type: "symbol",
      minzoom: 16.5,
      layout: { "text-field": ["get", "housenumber"], "text-font": MAP_FONTS, "text-size": 10 },
      paint: { "text-color": colors.label, ...halo },
    },
    {
      ...from("road-name", "transportation_name"),
      type: "symbol",
      filter: ["!", classIn("rail", "transit", "ferry")],
      minzoom: 12.5,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 320,
        "text-field": NAME,
        "text-font": MAP_FONTS,
        "text-size": ["interpolate", ["linear"], ["zoom"], 13, 10, 17, 12.5],
        "text-max-angle": 30,
        "text-padding": 6,
      },
      paint: { "text-color": colors.label, ...halo },
    },
    {
      ...from("water-name", "water_name"),
      type: "symbol",
      minzoom: 10,
      layout: { "text-field": NAME, "text-font": MAP_FONTS, "text-size": 11, "text-letter-spacing": 0.08 },
      paint: { "text-color": colors.waterLabel, "text-halo-color": colors.water, "text-halo-width": 1 },
    },
    {
      ...from("place", "place"),
      type: "symbol",
      filter: classIn("city", "town", "village", "suburb", "quarter", "neighbourhood", "hamlet", "island"),
      maxzoom: 16,
      layout: {
        "text-field": NAME,
        "text-font": MAP_FONTS,
        "text-size": ["match", ["get", "class"], "city", 16, "town", 14, ["suburb", "quarter"], 12, 11.5],
        "text-letter-spacing": ["match", ["get", "class"], ["suburb", "quarter", "neighbourhood"], 0.06, 0],
        "text-max-width": 8,
        "text-padding": 8,
        // Tiles give large places low ranks; where there is no room, the small ones give way.
        "symbol-sort-key": ["coalesce", ["get", "rank"], 20],
      },
      paint: { "text-color": colors.placeLabel, ...halo },
    },
  ];
}
