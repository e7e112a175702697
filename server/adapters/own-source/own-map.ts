import { setTimeout } from "node:timers/promises";
import { noBaseMap } from "@/server/adapters/base-map/no-base-map";
import type { HttpGuard } from "@/server/adapters/http/fetch-json";
import {
  createRemoteMapStyle,
  type MapStyleTheme,
  type RemoteMapStyle,
} from "@/server/adapters/map-style/remote-map-style";
import { isNamable, type MapStyleDocument } from "@/server/domain/map-style";
import type { MapSource } from "@/server/domain/own-source/own-source";
import type { BaseMap } from "@/server/ports/base-map";
import { createOwnGround, type GroundOptions, NothingToDrawFrom, type VectorTiles, vectorTilesOf } from "./own-ground";
import { refererOf } from "./referer";
import { sourceFaultOf } from "./source-fault";
import type { SourceWatch } from "./source-watch";

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
  /** What lies under the small maps that we draw for customers. */
  readonly ground: BaseMap;
}

/** More are of no map, and would fill the header that names them. */
const MOST_ORIGINS = 24;
/** For so long a page waits to hear which servers a style names; what it hears later is for the next page. */
const PATIENCE_MILLISECONDS = 1_000;
/** After a style could not be read no page waits for it. */
const REST_MILLISECONDS = 30_000;

export interface OwnMapParts {
  readonly guard: HttpGuard;
  readonly baseUrl: string;
  readonly watch: SourceWatch;
  /** The installation's ground: pictures with names on them are not drawn for customers, and of other tiles nothing can be. */
  readonly installed: BaseMap;
  /** How long a customer's page waits for its ground. */
  readonly patienceMs?: number;
}

export function createOwnMap(source: MapSource, { guard, baseUrl, watch, installed, patienceMs }: OwnMapParts): OwnMap {
  if (source.kind === "none") return { read: async () => null, origins: async () => [], ground: noBaseMap };
  const asking = { guard, headers: refererOf(baseUrl), watch, otherwise: installed, patienceMs };
  if (source.kind === "tiles") {
    const origins = originsOfTiles(source);
    const { url: template, maxZoom, attribution } = source;
    const tiles = { template, minZoom: 0, maxZoom, attribution };
    return {
      read: async (theme) => ({ document: documentOf(source, theme), origins }),
      origins: async () => origins,
      ground: source.content === "vector" ? createOwnGround(async () => tiles, asking) : installed,
    };
  }
  const urls = { light: source.url, dark: source.darkUrl ?? source.url };
  const onAsked = (error: unknown) => (error === null ? watch.answered() : watch.failed(sourceFaultOf(error)));
  const style = createRemoteMapStyle(urls, { guard, headers: asking.headers, onAsked });
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
    ground: createOwnGround(tilesUnder(style, asking), asking),
  };
}

/** What of a style's roads is drawn from, found once; null also while the style is away. */
function tilesUnder(style: RemoteMapStyle, asking: Pick<GroundOptions, "guard" | "headers">) {
  let found: { readonly of: MapStyleDocument; readonly tiles: Promise<VectorTiles | null> } | undefined;
  return async (): Promise<VectorTiles | null> => {
    const document = await style.read("light");
    if (!document) throw new NothingToDrawFrom("the style is away");
    if (found?.of !== document) {
      const tiles = vectorTilesOf(document, asking);
      found = { of: document, tiles };
      tiles.catch(() => {
        found = undefined;
      });
    }
    return found.tiles;
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
