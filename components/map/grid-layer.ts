import type {
  GeoJSONSource,
  GeoJSONSourceSpecification,
  LineLayerSpecification,
  Map as MapLibreMap,
} from "maplibre-gl";
import { BASEMAP_COLORS } from "./basemap-colors";
import { distanceGrid, gridCellMeters } from "./distance-grid";
import type { MapTheme } from "./route-palette";

export const GRID_SOURCE = "plain-grid";

export const EMPTY_GRID: GeoJSONSourceSpecification = {
  type: "geojson",
  data: { type: "FeatureCollection", features: [] },
  tolerance: 0,
};

export function gridLayer(theme: MapTheme): LineLayerSpecification {
  const { grid, gridStrong } = BASEMAP_COLORS[theme];
  return {
    id: "grid",
    type: "line",
    source: GRID_SOURCE,
    paint: {
      "line-color": ["case", ["get", "strong"], gridStrong, grid],
      "line-width": ["case", ["get", "strong"], 1.25, 1],
    },
  };
}

/** Redraws the grid for what is in view, with a margin for the next pan. The result stops it. */
export function keepGrid(map: MapLibreMap): () => void {
  const draw = () => {
    const bounds = map.getBounds();
    const width = bounds.getEast() - bounds.getWest();
    const height = bounds.getNorth() - bounds.getSouth();
    const metersPerPixel = (height * 111_320) / Math.max(1, map.getContainer().clientHeight);
    const view = [
      bounds.getWest() - width,
      Math.max(-85, bounds.getSouth() - height),
      bounds.getEast() + width,
      Math.min(85, bounds.getNorth() + height),
    ] as const;
    map.getSource<GeoJSONSource>(GRID_SOURCE)?.setData(distanceGrid(view, gridCellMeters(metersPerPixel)));
  };
  draw();
  map.on("moveend", draw);
  return () => void map.off("moveend", draw);
}
