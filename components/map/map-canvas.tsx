"use client";
import "maplibre-gl/dist/maplibre-gl.css";
import "./map-canvas.css";
import type { Map as MapLibreMap, MapOptions } from "maplibre-gl";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Reader } from "@/components/lib/words/reader";
import type { Words } from "@/components/lib/words/words";
import { useReader, useWords } from "@/components/lib/words/words-context";
import { Basemap } from "./basemap";
import { useDocumentMap } from "./document-map";
import type { BasemapSources } from "./load-basemap";
import { loadMapLibrary, type MapLibrary } from "./load-maplibre";
import { MapContext } from "./map-context";
import { MapNotice } from "./map-notice";
import { type MapPace, paceOf } from "./map-pace";
import { drawMarkerImages } from "./marker-images";
import type { MapTheme } from "./route-palette";
import { plainStyle } from "./world-style";

export interface InitialView {
  readonly center: readonly [lng: number, lat: number];
  readonly zoom: number;
}

export interface MapCanvasProps extends BasemapSources {
  readonly theme: MapTheme;
  /** Where the map opens; later changes are ignored, `FitBounds` moves it. */
  readonly initialView?: InitialView;
  /** Milliseconds labels take to appear; 0 in tests and under reduced motion. */
  readonly fadeDuration?: number;
  readonly pixelRatio?: number;
  /** Puts the map on `window.__map`. */
  readonly testHooks?: boolean;
  readonly className?: string;
  /** Layers and tools; mounted once the map can take them. */
  readonly children?: ReactNode;
}

const EUROPE: InitialView = { center: [9, 50], zoom: 3.5 };

/** The map: owns the canvas and its background; everything drawn on it is a child. */
export function MapCanvas(props: MapCanvasProps) {
  const { theme, className, children } = props;
  useDocumentMap(props);
  const t = useWords("map");
  const reader = useReader();
  const frame = useRef<HTMLDivElement>(null);
  const first = useRef({ props, t, reader });
  const [initialStyle] = useState(() => plainStyle(theme));
  const [made, setMade] = useState<MadeMap>();
  const [broken, setBroken] = useState(false);

  useEffect(() => {
    let disposed = false;
    let created: MadeMap | undefined;
    const create = async () => {
      const library = await loadMapLibrary();
      if (disposed || !frame.current) return;
      // StrictMode runs this effect twice: only the run that is still wanted gets here, so one map is made.
      created = createMap(library, frame.current, first.current, initialStyle);
      created.map.once("style.load", () => !disposed && setMade(created));
    };
    create().catch(() => !disposed && setBroken(true));
    return () => {
      disposed = true;
      setMade(undefined);
      created?.map.remove();
      delete document.body.dataset.map;
    };
  }, [initialStyle]);

  const handle = useMemo(() => made && { ...made, theme }, [made, theme]);
  return (
    <div className={className ? `dray-map ${className}` : "dray-map"} data-theme={theme}>
      <div ref={frame} className="dray-map-frame" />
      {broken && <MapNotice text={t("cannotDraw")} />}
      {handle && (
        <MapContext value={handle}>
          <Basemap
            initialStyle={initialStyle}
            worldUrl={props.worldUrl}
            mapStyleUrl={props.mapStyleUrl}
            mapStyleDarkUrl={props.mapStyleDarkUrl}
            pmtilesUrl={props.pmtilesUrl}
          />
          {children}
        </MapContext>
      )}
    </div>
  );
}

interface MadeMap {
  readonly map: MapLibreMap;
  readonly pace: MapPace;
}

function createMap(
  { maplibre }: MapLibrary,
  container: HTMLElement,
  { props, t, reader }: { props: MapCanvasProps; t: Words<"map">; reader: Reader },
  style: MapOptions["style"],
): MadeMap {
  const { initialView = EUROPE, fadeDuration = 150, pixelRatio } = props;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new maplibre.Map({
    container,
    style,
    center: [...initialView.center],
    zoom: initialView.zoom,
    fadeDuration: calm ? 0 : fadeDuration,
    pixelRatio,
    // Dispatchers read a north-up map; a turned or tilted one only loses them.
    dragRotate: false,
    touchPitch: false,
    maxPitch: 0,
    maxZoom: 20,
    boxZoom: false,
    attributionControl: { compact: true },
    locale: {
      "Map.Title": t("mapLabel"),
      "NavigationControl.ZoomIn": t("zoomIn"),
      "NavigationControl.ZoomOut": t("zoomOut"),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(
    new maplibre.ScaleControl({ maxWidth: 110, unit: reader.distanceUnit === "mi" ? "imperial" : "metric" }),
    "bottom-left",
  );
  drawMarkerImages(map);
  const pace = paceOf(map, sayState);
  reportState(map, pace, props.testHooks ?? false);
  return { map, pace };
}

/** Says on the body whether the map has come to rest, so that tests need not guess. */
function reportState(map: MapLibreMap, pace: MapPace, testHooks: boolean): void {
  sayState("loading");
  map.on("idle", () => !pace.isWaiting && sayState("idle"));
  map.on("movestart", () => sayState("busy"));
  map.on("dataloading", () => sayState("busy"));
  if (testHooks) (window as Window & { __map?: MapLibreMap }).__map = map;
}

function sayState(state: "loading" | "busy" | "idle"): void {
  document.body.dataset.map = state;
}
