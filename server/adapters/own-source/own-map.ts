import { setTimeout } from "node:timers/promises";
import type { HttpGuard } from "@/server/adapters/http/fetch-json";
import { createRemoteMapStyle, type MapStyleTheme } from "@/server/adapters/map-style/remote-map-style";
import { isNamable } from "@/server/domain/map-style";
import type { MapSource } from "@/server/domain/own-source/own-source";
import { refererOf } from "./referer";

/** A map as a browser is given it. */
export interface OwnMapDocument {
  /** A style, or of vector tiles their description (TileJSON). */
  readonly document: unknown;
  /** Where its parts are fetched from: servers that the page's policy has to name. */
  readonly origins: readonly string[];
}

/** A map that an organization has chosen. */
export interface OwnMap {
  /** Null where there is none, or while its server is away. */
  read(theme: MapStyleTheme): Promise<OwnMapDocument | null>;
  /** Where browsers fetch its parts from; pages wait for this. */
  origins(): Promise<readonly string[]>;
}

/** More are of no map, and would fill the header that names them. */
const MOST_ORIGINS = 24;
/** For so long a page waits to hear which servers a style names; what it hears later is for the next page. */
const PATIENCE_MILLISECONDS = 1_000;
/** After a style could not be read no page waits for it. */
const REST_MILLISECONDS = 30_000;

export function createOwnMap(
  source: MapSource,
  { guard, baseUrl }: { readonly guard: HttpGuard; readonly baseUrl: string },
): OwnMap {
  if (source.kind === "none") return { read: async () => null, origins: async () => [] };
  if (source.kind === "tiles") {
    const origins = originsOfTiles(source);
    return { read: async (theme) => ({ document: documentOf(source, theme), origins }), origins: async () => origins };
  }
  const urls = { light: source.url, dark: source.darkUrl ?? source.url };
  const style = createRemoteMapStyle(urls, { guard, headers: refererOf(baseUrl) });
  const named = () => style.origins().filter(isNamable).slice(0, MOST_ORIGINS);
  let restUntilMs = 0;
  return {
    read: async (theme) => {
      const document = await style.read(theme);
      const origins = new Set(style.origins(theme));
      return document && { document, origins: named().filter((origin) => origins.has(origin)) };
    },
    origins: async () => {
      if (performance.now() >= restUntilMs) {
        const both = Promise.all([style.read("light"), style.read("dark")]).then((read) => read.every(Boolean));
        const isRead = await Promise.race([both, setTimeout(PATIENCE_MILLISECONDS, false, { ref: false })]);
        if (!isRead) restUntilMs = performance.now() + REST_MILLISECONDS;
      }
      return named();
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
