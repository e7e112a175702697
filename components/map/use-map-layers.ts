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

/** Lines leave out what is no wider than a hair: half of a road's bends, and each costs every frame. */
const LINE_TOLERANCE_PIXELS = 0.75;
const NO_FEATURES: FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * Draws one GeoJSON source through a set of layers. One effect builds and undoes the source and its layers, one brings
 * changed layers up to date property by property (a theme change must not blink), one sends what of the data has changed.
 */
export function useMapLayers(sourceId: `dray-${string}`, layers: readonly OwnLayer[], data: FeatureCollection): void {
  const { map, pace } = useMap();
  const drawn = useRef<readonly OwnLayer[]>([]);
  const sent = useRef<FeatureCollection | null>(null);

  useEffect(() => {
    const tolerance = LINE_TOLERANCE_PIXELS;
    map.addSource(sourceId, { type: "geojson", data: NO_FEATURES, promoteId: "id", tolerance, maxzoom: 16 });
    return () => {
      drawn.current = [];
      sent.current = null;
      pace.forget(`${sourceId}/layers`);
      pace.forget(`${sourceId}/data`);
      if (isMapAlive(map)) removeSourceAndLayers(map, sourceId);
    };
  }, [map, pace, sourceId]);

  useEffect(() => {
    const draw = () => {
      for (const layer of layers) {
        const before = drawn.current.find(({ id }) => id === layer.id);
        if (before && map.getLayer(layer.id)) updateLayer(map, before, layer);
        else addLayer(map, sourceId, layer);
      }
      drawn.current = layers;
    };
    if (drawn.current.length === 0) draw();
    else if (drawn.current !== layers) pace.change(`${sourceId}/layers`, draw);
  }, [map, pace, sourceId, layers]);

  useEffect(() => {
    const source = map.getSource<GeoJSONSource>(sourceId);
    if (!source || data === sent.current) return;
    const send = () => {
      const diff = featureDiff(sent.current ?? NO_FEATURES, data);
      sent.current = data;
      if (!diff) void source.setData(data);
      else if (diff.add?.length || diff.remove?.length) void source.updateData(diff);
    };
    if (sent.current === null) send();
    else pace.change(`${sourceId}/data`, send);
  }, [map, pace, sourceId, data]);
}

function addLayer(map: MapLibreMap, source: string, layer: OwnLayer): void {
  map.addLayer({ ...layer, source } as LayerSpecification, layerAbove(map.getLayersOrder(), layer.id));
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
