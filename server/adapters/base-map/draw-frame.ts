import "server-only";
import { VectorTile } from "@mapbox/vector-tile";
import { MAP_HEIGHT, MAP_WIDTH, type MapFrame, placeOnMap } from "@/server/domain/tracking/map-frame";
import type { BaseMapPaths } from "@/server/ports/base-map";
import { BoundedReader, type ReadBudget } from "./bounded-reader";
import { pathOf, READ_LAYERS } from "./map-layers";
import { type MapPoint, pathData } from "./path-data";

const EARTH_METERS = 40_075_017;
/** A frame is drawn from four tiles or six. */
const TILES_ACROSS = 1.5;
/** Where a set begins further in than that, wide frames would be drawn from thousands. */
const MOST_TILES = 16;
/** What a frame's tiles may take to read: the largest of a city's centre take a tenth of it each. */
const MOST_READS = 2_000_000;
const AREA = { width: MAP_WIDTH, height: MAP_HEIGHT };

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Vector tiles in the OpenMapTiles schema. */
export interface TileSet {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Null where there is none. */
  read(address: TileAddress): Promise<Uint8Array | null>;
}

/** A frame is more than may be drawn. */
export class FrameTooLarge extends Error {}

type Lines = Record<keyof BaseMapPaths, string>;

/**
 * What lies in a frame, drawn from its tiles; null where none of them is there, or they are too many. Throws where one is none,
 * and `FrameTooLarge`.
 */
export async function drawFrame(
  tiles: TileSet,
  frame: MapFrame,
  mostCharacters = Number.POSITIVE_INFINITY,
): Promise<BaseMapPaths | null> {
  const lines: Lines = { green: "", water: "", streams: "", minor: "", major: "" };
  const budget = { left: MOST_READS };
  const addresses = tilesOf(frame, tiles);
  if (!addresses) return null;
  const found = await Promise.all(addresses.map((address) => tiles.read(address)));
  for (const [index, bytes] of found.entries()) {
    if (bytes && bytes.length > 0) addTile(lines, bytes, addresses[index]!, { frame, budget, mostCharacters });
  }
  return found.some((bytes) => bytes !== null) ? lines : null;
}

interface Drawing {
  readonly frame: MapFrame;
  readonly budget: ReadBudget;
  readonly mostCharacters: number;
}

const lengthOf = (lines: Lines) => Object.values(lines).reduce((sum, line) => sum + line.length, 0);

function addTile(
  lines: Lines,
  bytes: Uint8Array,
  address: TileAddress,
  { frame, budget, mostCharacters }: Drawing,
): void {
  const reader = new BoundedReader(bytes, budget);
  const tile = new VectorTile(reader);
  for (const name of READ_LAYERS) {
    const layer = tile.layers[name];
    if (!layer || !(layer.extent > 0)) continue;
    const place = placer(address, layer.extent, frame);
    for (let index = 0; index < layer.length; index++) {
      const feature = layer.feature(index);
      const path = pathOf(name, feature.properties, frame.halfMeters);
      const isArea = feature.type === 3;
      if (!path || isArea !== (path === "green" || path === "water")) continue;
      const shape = reader.geometry(() => feature.loadGeometry());
      lines[path] += pathData(
        shape.map((line) => line.map(place)),
        AREA,
        isArea,
      );
      if (lengthOf(lines) > mostCharacters) throw new FrameTooLarge("more than may be drawn");
    }
  }
}

/** From a tile's own units to the picture's. */
function placer({ z, x, y }: TileAddress, extent: number, frame: MapFrame): (point: MapPoint) => MapPoint {
  const at = (column: number, row: number) => {
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;
    return placeOnMap(frame, { lat, lng: (column / 2 ** z) * 360 - 180 });
  };
  // A tile is small: within it the picture's units grow evenly.
  const [from, to] = [at(x, y), at(x + 1, y + 1)];
  const [perX, perY] = [(to.x - from.x) / extent, (to.y - from.y) / extent];
  return (point) => ({ x: from.x + point.x * perX, y: from.y + point.y * perY });
}

/** The tiles under a frame, of the zoom at which they are few; null where they are many all the same. */
function tilesOf(
  { center, halfMeters }: MapFrame,
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
): TileAddress[] | null {
  const radians = (center.lat * Math.PI) / 180;
  const halfWidth = (halfMeters * MAP_WIDTH) / MAP_HEIGHT;
  const metersAround = EARTH_METERS * Math.cos(radians);
  const wanted = Math.floor(Math.log2((metersAround * TILES_ACROSS) / (2 * halfWidth)));
  const z = Math.min(maxZoom, Math.max(minZoom, wanted));
  const column = ((center.lng + 180) / 360) * 2 ** z;
  const row = ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z;
  const [across, down] = [(halfWidth / metersAround) * 2 ** z, (halfMeters / metersAround) * 2 ** z];
  const [left, right] = [Math.floor(column - across), Math.floor(column + across)];
  const [top, bottom] = [Math.max(0, Math.floor(row - down)), Math.min(2 ** z - 1, Math.floor(row + down))];
  // Written so that no number, at a pole, is many too.
  if (!((right - left + 1) * (bottom - top + 1) <= MOST_TILES)) return null;
  const tiles: TileAddress[] = [];
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) tiles.push({ z, x: ((x % 2 ** z) + 2 ** z) % 2 ** z, y });
  }
  return tiles;
}
