import { gunzipSync } from "node:zlib";
import { drawFrame, FrameTooLarge, type TileAddress, type TileSet } from "@/server/adapters/base-map/draw-frame";
import { keepFrames } from "@/server/adapters/base-map/keep-frames";
import { plainAttribution } from "@/server/adapters/base-map/pmtiles-base-map";
import { createFetchJson, HttpFailure, type HttpGuard } from "@/server/adapters/http/fetch-json";
import { createGuardedFetch, GuardedFailure, type GuardedFetch } from "@/server/adapters/http/guarded-request";
import type { MapStyleDocument } from "@/server/domain/map-style";
import type { MapFrame } from "@/server/domain/tracking/map-frame";
import type { BaseMap } from "@/server/ports/base-map";
import { sourceFaultOf } from "./source-fault";
import type { SourceWatch } from "./source-watch";

/** For so long a customer's page waits for its ground; what comes later is there when it asks again. */
const PATIENCE_MILLISECONDS = 400;
const TIMEOUT_MILLISECONDS = 4_000;
/** After it could not be drawn nobody asks for a while. */
const REST_MILLISECONDS = 30_000;
/** Nobody tells when a server has another map. */
const KEEP_MILLISECONDS = 6 * 3_600_000;
/** That there is nothing may be a server that has just begun. */
const KEEP_NOTHING_MILLISECONDS = 60_000;
/** At a time to one server, however many doors are looked at. */
const MOST_CONNECTIONS = 16;
/** Of tiles, as they come and unpacked. */
const MOST_TILE_BYTES = 1_500_000;
const MOST_UNPACKED_BYTES = 6_000_000;
/** More is no map for a telephone. */
const MOST_CHARACTERS = 200_000;
const DEEPEST_ZOOM = 22;

/** What it is drawn from is not known for now; whoever asked for it has said why. */
export class NothingToDrawFrom extends Error {}

/** Where vector tiles of the OpenMapTiles schema are fetched from. */
export interface VectorTiles {
  /** With {z}, {x} and {y}. */
  readonly template: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly attribution: string;
}

export interface GroundOptions {
  readonly guard: HttpGuard;
  readonly headers: Readonly<Record<string, string>>;
  readonly watch: SourceWatch;
  /** Drawn where it has nothing to draw from. */
  readonly otherwise: BaseMap;
  readonly patienceMs?: number;
  readonly nowMs?: () => number;
}

/**
 * Small maps drawn from vector tiles that an organization has named. They are fetched by us, never by a customer's browser: it
 * learns neither whose they are nor their key, and their server not where anybody's door is looked at. Null also while they are
 * away; who waits is not kept waiting, and what is drawn already stays.
 */
export function createOwnGround(find: () => Promise<VectorTiles | null>, options: GroundOptions): BaseMap {
  const {
    guard,
    headers,
    watch,
    otherwise,
    patienceMs = PATIENCE_MILLISECONDS,
    nowMs = () => performance.now(),
  } = options;
  const ask = createGuardedFetch({
    ...guard,
    timeoutMs: TIMEOUT_MILLISECONDS,
    maxAnswerBytes: MOST_TILE_BYTES,
    keepsConnections: true,
    mostConnections: MOST_CONNECTIONS,
  });
  let restUntilMs = 0;
  const drawOwn = async (frame: MapFrame) => {
    if (nowMs() < restUntilMs) throw new NothingToDrawFrom("its server is left alone");
    try {
      const found = await find();
      if (!found) return otherwise.draw(frame);
      const paths = await drawFrame(tileSetOf(found, ask, headers), frame, MOST_CHARACTERS);
      if (paths) watch.answered();
      return paths && { paths, attribution: found.attribution };
    } catch (error) {
      restUntilMs = nowMs() + REST_MILLISECONDS;
      if (error instanceof NothingToDrawFrom) throw error;
      watch.failed(error instanceof FrameTooLarge ? "too-large" : sourceFaultOf(error));
      if (error instanceof HttpFailure) throw error;
      // A frame whose tiles are broken is not the first to be tried after each rest: others would never be drawn.
      return null;
    }
  };
  const keep = { keepMs: KEEP_MILLISECONDS, keepNothingMs: KEEP_NOTHING_MILLISECONDS, nowMs };
  const draw = keepFrames(drawOwn, keep);
  return {
    draw: (frame) =>
      withPatience(
        draw(frame).catch(() => null),
        patienceMs,
      ),
  };
}

function withPatience<T>(work: Promise<T>, patienceMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patienceMs, null);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function tileSetOf(
  { template, minZoom, maxZoom }: VectorTiles,
  ask: GuardedFetch,
  headers: Readonly<Record<string, string>>,
): TileSet {
  return { minZoom, maxZoom, read: (address) => readTile(ask, addressOf(template, address), headers) };
}

const addressOf = (template: string, address: TileAddress) =>
  template.replace(/\{([zxy])\}/g, (_, axis: string) => String(address[axis as keyof TileAddress]));

async function readTile(
  ask: GuardedFetch,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Uint8Array | null> {
  const answer = await ask({ url, method: "GET", headers: { ...headers, accept: "*/*" } }).catch((error: unknown) => {
    throw error instanceof GuardedFailure ? new HttpFailure(error.message, false, { kind: error.kind }) : error;
  });
  const { status, bytes } = answer;
  // Sea, or a country that is not theirs.
  if (status === 404 || status === 204) return null;
  if (status !== 200) {
    const isPassing = status === 429 || status >= 500;
    throw new HttpFailure(`answered ${status}`, isPassing, { answer: { status, text: "" } });
  }
  // Tiles are kept packed, and many servers hand them out as they are.
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isPacked ? gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED_BYTES }) : bytes;
}

/**
 * The vector tiles a style draws its roads from, of the OpenMapTiles schema; null where it has none that can be fetched one by
 * one. A description (TileJSON) is asked for. Throws where that is away.
 */
export async function vectorTilesOf(
  style: MapStyleDocument,
  { guard, headers }: Pick<GroundOptions, "guard" | "headers">,
): Promise<VectorTiles | null> {
  const source = style.sources[roadSourceOf(style) ?? ""];
  if (source?.type !== "vector") return null;
  const fetchJson = createFetchJson({
    userAgent: "Dray",
    timeoutMs: TIMEOUT_MILLISECONDS,
    maxRetries: 0,
    headers,
    guard,
  });
  const isDescribed = typeof source.url === "string" && /^https?:/.test(source.url);
  const described = isDescribed ? await fetchJson(new URL(String(source.url)), {}) : {};
  const { tiles, minzoom, maxzoom, attribution } = { ...source, ...(described as Record<string, unknown>) };
  const template = Array.isArray(tiles) ? tiles.find(isTemplate) : undefined;
  if (template === undefined) return null;
  return {
    template,
    minZoom: zoomOf(minzoom, 0),
    maxZoom: zoomOf(maxzoom, 14),
    attribution: plainAttribution(source.attribution ?? attribution),
  };
}

/** What the schema calls its roads. */
const ROADS = "transportation";

function roadSourceOf({ layers }: MapStyleDocument): string | undefined {
  const drawn = layers as readonly { readonly source?: unknown; readonly "source-layer"?: unknown }[];
  const roads = drawn.find((layer) => layer?.["source-layer"] === ROADS);
  return typeof roads?.source === "string" ? roads.source : undefined;
}

function isTemplate(tiles: unknown): tiles is string {
  return (
    typeof tiles === "string" && /^https?:/.test(tiles) && ["{z}", "{x}", "{y}"].every((axis) => tiles.includes(axis))
  );
}

function zoomOf(said: unknown, otherwise: number): number {
  return Number.isInteger(said) ? Math.min(DEEPEST_ZOOM, Math.max(0, said as number)) : otherwise;
}
