"use client";
import type { Map as MapLibreMap, StyleSpecification } from "maplibre-gl";
import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { applyBasemap } from "./apply-basemap";
import { reachServers } from "./document-map";
import { keepGrid } from "./grid-layer";
import { type BasemapSources, loadBasemap, loadWorld } from "./load-basemap";
import { isMapAlive, useMap } from "./map-context";
import { MapNotice } from "./map-notice";
import type { MapTheme } from "./route-palette";
import { watchTiles } from "./watch-tiles";
import { addWorldUnderlay } from "./world-underlay";

const RETRY_MS = 60_000;

export interface BasemapProps extends BasemapSources {
  /** The style the map was created with. */
  readonly initialStyle: StyleSpecification;
}

/** Keeps the background under the layers: the configured one when it answers, else plain land and water with a notice. */
export function Basemap({ initialStyle, ...sources }: BasemapProps) {
  const { mapStyleUrl, mapStyleDarkUrl, pmtilesUrl, worldUrl } = sources;
  const { map, theme } = useMap();
  const t = useWords("map");
  const applied = useRef(initialStyle);
  const retryTiles = useRef<() => boolean>(() => false);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<"none" | "shown" | "dismissed">("none");
  const retry = useCallback(() => {
    if (!retryTiles.current()) setAttempt((count) => count + 1);
  }, []);

  useEffect(() => {
    const ends = new AbortController();
    const from = { mapStyleUrl, mapStyleDarkUrl, pmtilesUrl, worldUrl };
    const report = (state: "failing" | "well") =>
      setProblem((now) => (state === "well" ? "none" : now === "dismissed" ? now : "shown"));
    void loadBasemap(from, theme, ends.signal).then(({ kind, style, failed, servers }) => {
      if (ends.signal.aborted || !isMapAlive(map)) return;
      // Only while the page is new: nobody's work is lost to a style that answers again after an hour.
      if (servers && attempt === 0) reachServers(servers);
      applyBasemap(map, applied.current, style);
      applied.current = style;
      report(failed ? "failing" : "well");
      const isOurs = kind === "world" || kind === "plain";
      if (isOurs) ends.signal.addEventListener("abort", keepGrid(map));
      else retryTiles.current = patchHoles(map, theme, from, Object.keys(style.sources), report, ends.signal);
    });
    return () => {
      retryTiles.current = () => false;
      ends.abort();
    };
  }, [map, theme, mapStyleUrl, mapStyleDarkUrl, pmtilesUrl, worldUrl, attempt]);

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
      text={t("backgroundUnavailable")}
      action={{ label: t("retry"), run: retry }}
      dismiss={{ label: t("dismiss"), run: () => setProblem("dismissed") }}
    />
  );
}

/** While a background's tiles fail, the shipped world shows through its holes. The result asks for the lost tiles again. */
function patchHoles(
  map: MapLibreMap,
  theme: MapTheme,
  sources: BasemapSources,
  sourceIds: readonly string[],
  report: (state: "failing" | "well") => void,
  signal: AbortSignal,
): () => boolean {
  let isFailing = false;
  let removeUnderlay: (() => void) | undefined;
  const patch = async () => {
    const world = await loadWorld(sources, signal);
    if (world && isFailing && !removeUnderlay && !signal.aborted && isMapAlive(map))
      removeUnderlay = addWorldUnderlay(map, theme, world);
  };
  const unpatch = () => {
    removeUnderlay?.();
    removeUnderlay = undefined;
  };
  const watch = watchTiles(map, sourceIds, (state) => {
    isFailing = state === "failing";
    report(state);
    if (isFailing) void patch();
    else unpatch();
  });
  signal.addEventListener("abort", () => {
    watch.stop();
    unpatch();
  });
  return watch.retry;
}
