import { setTimeout } from "node:timers/promises";
import type { HttpGuard } from "@/server/adapters/http/fetch-json";
import { createRemoteMapStyle, type MapStyleTheme } from "@/server/adapters/map-style/remote-map-style";
import type { MapSource } from "@/server/domain/own-source/own-source";

/** A map that an organization has chosen, as browsers are given it. */
export interface OwnMap {
  /** A style, or of vector tiles their description (TileJSON); null where there is none, or while its server is away. */
  read(theme: MapStyleTheme): Promise<unknown>;
  /** Where browsers fetch its parts from; pages wait for this. */
  origins(): Promise<readonly string[]>;
}

/** More are of no map, and would fill the header that names them. */
const MOST_ORIGINS = 24;
/** For so long a page waits to hear which servers a style names; what it hears later is for the next page. */
const PATIENCE_MILLISECONDS = 1_000;
/** After a style could not be read no page waits for it. */
const REST_MILLISECONDS = 30_000;

export function createOwnMap(source: MapSource, guard: HttpGuard): OwnMap {
  if (source.kind === "none") return { read: async () => null, origins: async () => [] };
  if (source.kind === "tiles") {
    return { read: async (theme) => documentOf(source, theme), origins: async () => originsOfTiles(source) };
  }
  const style = createRemoteMapStyle({ light: source.url, dark: source.darkUrl ?? source.url }, { guard });
  let restUntilMs = 0;
  return {
    read: (theme) => style.read(theme),
    origins: async () => {
      if (performance.now() >= restUntilMs) {
        const both = Promise.all([style.read("light"), style.read("dark")]).then((read) => read.every(Boolean));
        const isRead = await Promise.race([both, setTimeout(PATIENCE_MILLISECONDS, false, { ref: false })]);
        if (!isRead) restUntilMs = performance.now() + REST_MILLISECONDS;
      }
      return style.origins().slice(0, MOST_ORIGINS);
    },
  };
}

type TileSource = Extract<MapSource, { kind: "tiles" }>;

export function originsOfTiles({ url, darkUrl }: TileSource): string[] {
  const templates = darkUrl === null ? [url] : [url, darkUrl];
  return [...new Set(templates.map((template) => new URL(template.replace(/\{[zxy]\}/g, "0")).origin))];
}

function documentOf({ content, url, darkUrl, attribution, maxZoom }: TileSource, theme: MapStyleTheme): unknown {
  const tiles = [(theme === "dark" && darkUrl) || url];
  // Browsers draw an attribution as HTML.
  const said = attribution.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  if (content === "vector") {
    return { tilejson: "3.0.0", tiles, minzoom: 0, maxzoom: maxZoom, attribution: said };
  }
  const source = { type: "raster", tiles, tileSize: 256, maxzoom: maxZoom, attribution: said };
  return { version: 8, sources: { tiles: source }, layers: [{ id: "tiles", type: "raster", source: "tiles" }] };
}
