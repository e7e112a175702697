"use client";
import type {
  ErrorEvent,
  GeoJSONSource,
  Map as MapLibreMap,
  MapSourceDataEvent,
  StyleSpecification,
} from "maplibre-gl";
import { useCallback, useEffect, useRef, useState } from "react";
import { applyBasemap } from "./apply-basemap";
import { GRID_SOURCE } from "./basemap-style";
import { distanceGrid, gridCellMeters } from "./distance-grid";
import { type BasemapSources, loadBasemap } from "./load-basemap";
import { isMapAlive, useMap } from "./map-context";
import type { MapMessages } from "./map-messages";
import { MapNotice } from "./map-notice";

const RETRY_MS = 60_000;

export interface BasemapProps extends BasemapSources {
  /** The style the map was created with. */
  readonly initialStyle: StyleSpecification;
  readonly messages: MapMessages;
}

/** Keeps the background under the layers: the configured one when it answers, else the plain one with a notice. */
export function Basemap({ initialStyle, messages, mapStyleUrl, mapStyleDarkUrl, pmtilesUrl }: BasemapProps) {
  const { map, theme } = useMap();
  const applied = useRef(initialStyle);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<"none" | "shown" | "dismissed">("none");
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const fail = useCallback(() => setProblem((now) => (now === "dismissed" ? now : "shown")), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads the same sources again
  useEffect(() => {
    const abort = new AbortController();
    let stopWatching = () => {};
    void loadBasemap({ mapStyleUrl, mapStyleDarkUrl, pmtilesUrl }, theme, abort.signal).then((loaded) => {
      if (abort.signal.aborted || !isMapAlive(map)) return;
      applyBasemap(map, applied.current, loaded.style);
      applied.current = loaded.style;
      if (loaded.failed) fail();
      else setProblem("none");
      stopWatching = loaded.kind === "plain" ? keepGrid(map) : watchTiles(map, Object.keys(loaded.style.sources), fail);
    });
    return () => {
      abort.abort();
      stopWatching();
    };
  }, [map, theme, mapStyleUrl, mapStyleDarkUrl, pmtilesUrl, attempt, fail]);

  useEffect(() => {
    if (problem === "none") return;
    const timer = setInterval(() => document.visibilityState === "visible" && retry(), RETRY_MS);
    addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      removeEventListener("online", retry);
    };
  }, [problem, retry]);

  if (problem !== "shown") return null;
  return (
    <MapNotice
      text={messages.backgroundUnavailable}
      action={{ label: messages.retry, run: retry }}
      dismiss={{ label: messages.dismiss, run: () => setProblem("dismissed") }}
    />
  );
}

/** Redraws the distance grid of the plain background for what is in view, with a margin for the next pan. */
function keepGrid(map: MapLibreMap): () => void {
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

/** Reports a background whose tiles fail before any has arrived; single missing tiles are no news. */
function watchTiles(map: MapLibreMap, sourceIds: string[], onUnavailable: () => void): () => void {
  let arrived = false;
  const onData = (event: MapSourceDataEvent) => {
    if (event.tile && sourceIds.includes(event.sourceId)) arrived = true;
  };
  const onError = (event: ErrorEvent & { sourceId?: string }) => {
    if (!arrived && event.sourceId && sourceIds.includes(event.sourceId)) onUnavailable();
  };
  map.on("sourcedata", onData);
  map.on("error", onError);
  return () => {
    map.off("sourcedata", onData);
    map.off("error", onError);
  };
}
