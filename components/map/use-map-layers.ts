"use client";
import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef } from "react";
import { featureDiff } from "./feature-diff";
import { type LayerId, layerAbove } from "./layer-order";
import { isMapAlive, useMap } from "./map-context";

type Drawable = Extract<LayerSpecification, { source: string }>;
/** A layer without its source, which the hook fills in. */
export type OwnLayer = Drawable extends infer L
  ? L extends Drawable
    ? Omit<L, "source" | "id"> & { id: LayerId }
    : never
  : never;

const NO_FEATURES: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * Draws one GeoJSON source through a set of layers. One effect builds and undoes the source and its layers, one brings
 * changed layers up to date property by property (a theme change must not blink), one sends what of the data has changed.
 */
export function useMapLayers(sourceId: `dray-${string}`, layers: readonly OwnLayer[], data: FeatureCollection): void {
  const { map } = useMap();
  const drawn = useRef<readonly OwnLayer[]>([]);
  const sent = useRef(NO_FEATURES);

  useEffect(() => {
    map.addSource(sourceId, { type: "geojson", data: NO_FEATURES, promoteId: "id", tolerance: 0.2, maxzoom: 16 });
    return () => {
      drawn.current = [];
      sent.current = NO_FEATURES;
      if (isMapAlive(map)) removeSourceAndLayers(map, sourceId);
    };
  }, [map, sourceId]);

  useEffect(() => {
    for (const layer of layers) {
      const before = drawn.current.find(({ id }) => id === layer.id);
      if (before && map.getLayer(layer.id)) updateLayer(map, before, layer);
      else
        map.addLayer({ ...layer, source: sourceId } as LayerSpecification, layerAbove(map.getLayersOrder(), layer.id));
    }
    drawn.current = layers;
  }, [map, sourceId, layers]);

  useEffect(() => {
    const source = map.getSource<GeoJSONSource>(sourceId);
    if (!source || data === sent.current) return;
    const diff = featureDiff(sent.current, data);
    sent.current = data;
    if (!diff) void source.setData(data);
    else if (diff.add?.length || diff.remove?.length) void source.updateData(diff);
  }, [map, sourceId, data]);
}

function removeSourceAndLayers(map: MapLibreMap, sourceId: string): void {
  for (const id of map.getLayersOrder()) {
    if (map.getLayer(id)?.source === sourceId) map.removeLayer(id);
  }
  if (map.getSource(sourceId)) map.removeSource(sourceId);
}

type Properties = Record<string, unknown>;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function updateLayer(map: MapLibreMap, before: OwnLayer, after: OwnLayer): void {
  if (!same(before.filter, after.filter)) map.setFilter(after.id, after.filter ?? null, { validate: false });
  for (const [name, value] of changes(before.paint, after.paint)) {
    map.setPaintProperty(after.id, name as never, value, { validate: false });
  }
  for (const [name, value] of changes(before.layout, after.layout)) {
    map.setLayoutProperty(after.id, name as never, value, { validate: false });
  }
}

function changes(before: Properties = {}, after: Properties = {}): [string, never][] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !same(before[name], after[name])).map((name) => [name, after[name] as never]);
}
