import type { Protocol } from "pmtiles";

export interface MapLibrary {
  readonly maplibre: typeof import("maplibre-gl");
  readonly pmtiles: typeof import("pmtiles");
  readonly pmtilesProtocol: Protocol;
}

let library: Promise<MapLibrary> | undefined;

/** Fonts our labels are drawn with, local or shipped as web fonts; maplibre and the canvas icons share them. */
export const MAP_FONTS = ["Inter Variable", "Inter", "Noto Sans", "DejaVu Sans", "sans-serif"];

/** Fetches maplibre on first use, so that no page pays for it before it shows a map. */
export function loadMapLibrary(): Promise<MapLibrary> {
  library ??= load().catch((error: unknown) => {
    library = undefined;
    throw error;
  });
  return library;
}

async function load(): Promise<MapLibrary> {
  const [maplibre, pmtiles] = await Promise.all([import("maplibre-gl"), import("pmtiles"), loadFonts()]);
  // The bundler must see this exact form to ship the worker; without it the map never loads.
  maplibre.setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href);
  const pmtilesProtocol = new pmtiles.Protocol();
  maplibre.addProtocol("pmtiles", pmtilesProtocol.tile);
  return { maplibre, pmtiles, pmtilesProtocol };
}

/** Canvas text falls back silently while a web font is on its way, so it is asked for first. */
async function loadFonts(): Promise<void> {
  await Promise.allSettled([
    document.fonts.load('600 12px "Inter Variable"'),
    document.fonts.load('12px "Inter Variable"'),
  ]);
}
