import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from "maplibre-gl";
import { BASEMAP_COLORS, type BasemapColors } from "./basemap-colors";
import { EMPTY_GRID, GRID_SOURCE, gridLayer } from "./grid-layer";
import { MAP_FONTS } from "./load-maplibre";
import type { MapTheme } from "./route-palette";

export const WORLD_SOURCE = "world";
/** From here on the coast, drawn for 1 : 10 million, says too little: the grid joins it. */
const GRID_FROM_ZOOM = 9;

/** The background that needs nothing from any server: land colour and a distance grid. */
export function plainStyle(theme: MapTheme): StyleSpecification {
  return {
    version: 8,
    sources: { [GRID_SOURCE]: EMPTY_GRID },
    layers: [land("background", BASEMAP_COLORS[theme]), gridLayer(theme)],
  };
}

/** The plain background with water, borders and names of the shipped world. */
export function worldStyle(theme: MapTheme, source: VectorSourceSpecification): StyleSpecification {
  const colors = BASEMAP_COLORS[theme];
  return {
    version: 8,
    sources: { [WORLD_SOURCE]: source, [GRID_SOURCE]: EMPTY_GRID },
    layers: [
      land("background", colors),
      water(colors),
      { ...gridLayer(theme), minzoom: GRID_FROM_ZOOM },
      border(colors),
      ...names(colors),
    ],
  };
}

/** The world to show through the holes of another style, with land of its own over that style's background colour. */
export function worldUnderlay(theme: MapTheme): LayerSpecification[] {
  const colors = BASEMAP_COLORS[theme];
  return [land("world-land", colors), water(colors), border(colors), ...names(colors)];
}

const from = (id: string, sourceLayer: string) => ({ id, source: WORLD_SOURCE, "source-layer": sourceLayer });

function land(id: string, { land }: BasemapColors): LayerSpecification {
  return { id, type: "background", paint: { "background-color": land } };
}

function water({ water }: BasemapColors): LayerSpecification {
  return {
    ...from("world-water", "water"),
    type: "fill",
    // Close up the coast is a guess, and looks like one.
    paint: { "fill-color": water, "fill-opacity": ["interpolate", ["linear"], ["zoom"], 10, 1, 14, 0.4] },
  };
}

function border({ boundary }: BasemapColors): LayerSpecification {
  return {
    ...from("world-border", "boundary"),
    type: "line",
    paint: { "line-color": boundary, "line-width": 1, "line-dasharray": [3, 2], "line-opacity": 0.7 },
  };
}

const RANK: ExpressionSpecification = ["get", "rank"];

function names(colors: BasemapColors): LayerSpecification[] {
  const paint = { "text-color": colors.placeLabel, "text-halo-color": colors.labelHalo, "text-halo-width": 1.4 };
  const name: ExpressionSpecification = ["get", "name"];
  const layout = { "text-field": name, "text-font": MAP_FONTS, "text-max-width": 8 };
  const isCountry: ExpressionSpecification = ["==", ["get", "class"], "country"];
  return [
    {
      ...from("world-place", "place"),
      type: "symbol",
      filter: ["!", isCountry],
      layout: {
        ...layout,
        "text-size": ["interpolate", ["linear"], RANK, 1, 15, 8, 12.5, 15, 11],
        "text-padding": 10,
        "symbol-sort-key": RANK,
      },
      paint,
    },
    {
      ...from("world-country", "place"),
      type: "symbol",
      maxzoom: 7,
      // The smallest countries would be all names from afar.
      filter: ["all", isCountry, ["<=", RANK, ["step", ["zoom"], 6, 4, 8, 5, 9]]],
      layout: {
        ...layout,
        "text-size": ["interpolate", ["linear"], RANK, 1, 14, 9, 10.5],
        "text-letter-spacing": 0.08,
        "text-padding": 6,
        "symbol-sort-key": RANK,
      },
      paint: { ...paint, "text-color": colors.label },
    },
  ];
}
