import type { Map as MapLibreMap, VectorSourceSpecification } from "maplibre-gl";
import { isMapAlive } from "./map-context";
import type { MapTheme } from "./route-palette";
import { WORLD_SOURCE, worldUnderlay } from "./world-style";

/** Shows plain land and water where a style's own tiles are missing; what of it has arrived stays. The result undoes it. */
export function addWorldUnderlay(map: MapLibreMap, theme: MapTheme, source: VectorSourceSpecification): () => void {
  const layers = worldUnderlay(theme);
  map.addSource(WORLD_SOURCE, source);
  const above = map.getLayersOrder().find((id) => map.getLayer(id)?.type !== "background");
  for (const layer of layers) map.addLayer(layer, above);
  return () => {
    if (!isMapAlive(map)) return;
    for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id);
    if (map.getSource(WORLD_SOURCE)) map.removeSource(WORLD_SOURCE);
  };
}
