import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { isOwnId } from "./layer-order";

/**
 * Puts another basemap under Dray's own layers, which stay as they are. `Map.setStyle` would serialise, compare and
 * rebuild thousands of our features for the same end.
 */
export function applyBasemap(map: MapLibreMap, previous: StyleSpecification, style: StyleSpecification): void {
  const present = map.getLayersOrder();
  const lowestOwn = present.find(isOwnId);
  for (const id of present) if (!isOwnId(id)) map.removeLayer(id);
  for (const id of Object.keys(previous.sources)) map.removeSource(id);
  if (map.getGlyphs() !== (style.glyphs ?? null)) map.setGlyphs(style.glyphs ?? null);
  replaceSprites(map, style);
  for (const [id, source] of Object.entries(style.sources)) map.addSource(id, source);
  for (const layer of style.layers) map.addLayer(layer, lowestOwn);
}

function replaceSprites(map: MapLibreMap, style: StyleSpecification): void {
  for (const { id } of map.getSprite()) map.removeSprite(id);
  const sprites = typeof style.sprite === "string" ? [{ id: "default", url: style.sprite }] : (style.sprite ?? []);
  for (const { id, url } of sprites) map.addSprite(id, url);
}
