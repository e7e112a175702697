import type { StyleSpecification } from "maplibre-gl";
import { plainStyle, vectorStyle } from "./basemap-style";
import { loadMapLibrary } from "./load-maplibre";
import type { MapTheme } from "./route-palette";

export interface BasemapSources {
  /** A style document on any server; `mapStyleDarkUrl` replaces it in the dark theme. */
  readonly mapStyleUrl?: string;
  readonly mapStyleDarkUrl?: string;
  /** A PMTiles archive in the OpenMapTiles schema, served with range requests. */
  readonly pmtilesUrl?: string;
}

export interface LoadedBasemap {
  readonly kind: "style" | "tiles" | "plain";
  readonly style: StyleSpecification;
  /** True when something configured could not be reached. */
  readonly failed: boolean;
}

const TIMEOUT_MS = 5000;

const pageAddress = () => globalThis.location?.href;

/** The best basemap that answers: the configured style, else the local tiles, else the plain background. Never fails. */
export async function loadBasemap(
  sources: BasemapSources,
  theme: MapTheme,
  signal: AbortSignal,
): Promise<LoadedBasemap> {
  const styleUrl = (theme === "dark" && sources.mapStyleDarkUrl) || sources.mapStyleUrl;
  let failed = false;
  if (styleUrl) {
    const style = await fetchStyle(styleUrl, signal).catch(() => undefined);
    if (style) return { kind: "style", style, failed };
    failed = true;
  }
  if (sources.pmtilesUrl) {
    const style = await openTiles(sources.pmtilesUrl, theme, signal).catch(() => undefined);
    if (style) return { kind: "tiles", style, failed };
    failed = true;
  }
  return { kind: "plain", style: plainStyle(theme), failed };
}

async function fetchStyle(styleUrl: string, signal: AbortSignal): Promise<StyleSpecification> {
  const url = new URL(styleUrl, pageAddress()).href;
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) });
  if (!response.ok) throw new Error(`The map style answered ${response.status}`);
  const style = (await response.json()) as StyleSpecification;
  if (style.version !== 8 || !Array.isArray(style.layers)) throw new Error("Not a map style");
  return withAbsoluteUrls(style, url);
}

/** A style may name its sources relative to itself; ours is handed over as an object, which has no address. */
function withAbsoluteUrls(style: StyleSpecification, base: string): StyleSpecification {
  // Decoding keeps the {z}/{x}/{y} of templates readable.
  const absolute = (url: string) => (/^[a-z][a-z0-9+.-]*:/i.test(url) ? url : decodeURI(new URL(url, base).href));
  const sources = Object.entries(style.sources).map(([id, source]) => {
    const copy = { ...source } as Record<string, unknown>;
    if (typeof copy.url === "string") copy.url = absolute(copy.url);
    if (Array.isArray(copy.tiles)) copy.tiles = copy.tiles.map(absolute);
    if (copy.type === "geojson" && typeof copy.data === "string") copy.data = absolute(copy.data);
    return [id, copy];
  });
  return {
    ...style,
    sources: Object.fromEntries(sources),
    glyphs: style.glyphs && absolute(style.glyphs),
    sprite: typeof style.sprite === "string" ? absolute(style.sprite) : style.sprite,
  };
}

async function openTiles(pmtilesUrl: string, theme: MapTheme, signal: AbortSignal): Promise<StyleSpecification> {
  const { pmtiles, pmtilesProtocol } = await loadMapLibrary();
  const url = new URL(pmtilesUrl, pageAddress()).href;
  const archive = pmtilesProtocol.get(url) ?? new pmtiles.PMTiles(url);
  const header = await within(archive.getHeader(), signal);
  const metadata = (await within(archive.getMetadata(), signal)) as { attribution?: string };
  // Only an archive that answered is remembered, so a retry asks again.
  pmtilesProtocol.add(archive);
  return vectorStyle(theme, {
    type: "vector",
    tiles: [`pmtiles://${url}/{z}/{x}/{y}`],
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    attribution: metadata.attribution ?? "© OpenMapTiles © OpenStreetMap contributors",
  });
}

function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  return new Promise((resolve, reject) => {
    deadline.throwIfAborted();
    deadline.addEventListener("abort", () => reject(deadline.reason), { once: true });
    work.then(resolve, reject);
  });
}
