import type { StyleSpecification, VectorSourceSpecification } from "maplibre-gl";
import { isMapStyle, MAP_SERVERS_HEADER, type MapStyleDocument, withAbsoluteUrls } from "@/server/domain/map-style";
import { vectorStyle } from "./basemap-style";
import { loadMapLibrary } from "./load-maplibre";
import type { MapTheme } from "./route-palette";
import { plainStyle, worldStyle } from "./world-style";

export interface BasemapSources {
  /** A style, or a description (TileJSON) of tiles in the OpenMapTiles schema; `mapStyleDarkUrl` replaces it in the dark. */
  readonly mapStyleUrl?: string;
  readonly mapStyleDarkUrl?: string;
  /** A PMTiles archive in the OpenMapTiles schema, served with range requests. */
  readonly pmtilesUrl?: string;
  /** The archive of the whole world that every server of ours has; tests put another one here. */
  readonly worldUrl?: string;
}

export interface LoadedBasemap {
  readonly kind: "style" | "tiles" | "world" | "plain";
  readonly style: StyleSpecification;
  /** True when something configured could not be reached. */
  readonly failed: boolean;
  /** Where its parts are fetched from, where the server says so: the page's policy has to name these. */
  readonly servers?: readonly string[];
}

const TIMEOUT_MS = 6000;
const WORLD_URL = "/basemap/world.pmtiles";

const pageAddress = () => globalThis.location?.href;

/**
 * The best basemap that answers: the configured style, else the local tiles, else the shipped world, else the bare
 * background. Never fails.
 */
export async function loadBasemap(
  sources: BasemapSources,
  theme: MapTheme,
  signal: AbortSignal,
): Promise<LoadedBasemap> {
  const styleUrl = (theme === "dark" && sources.mapStyleDarkUrl) || sources.mapStyleUrl;
  let failed = false;
  if (styleUrl) {
    const fetched = await fetchStyle(styleUrl, theme, signal).catch(() => undefined);
    if (fetched) return { kind: "style", ...fetched, failed };
    failed = true;
  }
  if (sources.pmtilesUrl) {
    const source = await openTiles(sources.pmtilesUrl, signal).catch(() => undefined);
    if (source) return { kind: "tiles", style: vectorStyle(theme, source), failed };
    failed = true;
  }
  const world = await loadWorld(sources, signal);
  if (world) return { kind: "world", style: worldStyle(theme, world), failed };
  return { kind: "plain", style: plainStyle(theme), failed };
}

/** The shipped world as a source; undefined while not even our own server answers. */
export function loadWorld(
  { worldUrl = WORLD_URL }: BasemapSources,
  signal: AbortSignal,
): Promise<VectorSourceSpecification | undefined> {
  return openTiles(worldUrl, signal).catch(() => undefined);
}

async function fetchStyle(styleUrl: string, theme: MapTheme, signal: AbortSignal) {
  const url = new URL(styleUrl, pageAddress()).href;
  const response = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) });
  // Our own server answers "no content" while the style's server is away.
  if (response.status !== 200) throw new Error(`The map style answered ${response.status}`);
  const said: unknown = await response.json();
  const servers = response.headers.get(MAP_SERVERS_HEADER)?.split(" ").filter(Boolean);
  if (isTileDescription(said)) return { style: vectorStyle(theme, sourceOf(said)), servers };
  if (!isMapStyle(said)) throw new Error("Not a map style");
  const style = withAbsoluteUrls<MapStyleDocument>(said, url) as unknown as StyleSpecification;
  return { style, servers };
}

interface TileDescription extends Pick<VectorSourceSpecification, "minzoom" | "maxzoom" | "attribution"> {
  readonly tilejson: string;
  readonly tiles: string[];
}

function isTileDescription(value: unknown): value is TileDescription {
  const { tilejson, tiles } = (value ?? {}) as Partial<TileDescription>;
  return typeof tilejson === "string" && Array.isArray(tiles);
}

function sourceOf({ tiles, minzoom, maxzoom, attribution }: TileDescription): VectorSourceSpecification {
  return { type: "vector", tiles, minzoom, maxzoom, attribution };
}

async function openTiles(tilesUrl: string, signal: AbortSignal): Promise<VectorSourceSpecification> {
  const { pmtiles, pmtilesProtocol } = await loadMapLibrary();
  const url = new URL(tilesUrl, pageAddress()).href;
  const archive = pmtilesProtocol.get(url) ?? new pmtiles.PMTiles(url);
  const header = await within(archive.getHeader(), signal);
  const metadata = (await within(archive.getMetadata(), signal)) as { attribution?: string };
  // Only an archive that answered is remembered, so a retry asks again.
  pmtilesProtocol.add(archive);
  return {
    type: "vector",
    tiles: [`pmtiles://${url}/{z}/{x}/{y}`],
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    attribution: metadata.attribution ?? "© OpenMapTiles © OpenStreetMap contributors",
  };
}

function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
  return new Promise((resolve, reject) => {
    deadline.throwIfAborted();
    deadline.addEventListener("abort", () => reject(deadline.reason), { once: true });
    work.then(resolve, reject);
  });
}
