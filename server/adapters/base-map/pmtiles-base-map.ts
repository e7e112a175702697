import "server-only";
import { type FileHandle, open } from "node:fs/promises";
import { VectorTile } from "@mapbox/vector-tile";
import { PbfReader } from "pbf";
import { PMTiles, type Source } from "pmtiles";
import { MAP_HEIGHT, MAP_WIDTH, type MapFrame, placeOnMap } from "@/server/domain/tracking/map-frame";
import type { BaseMap, BaseMapPaths } from "@/server/ports/base-map";
import { pathOf, READ_LAYERS } from "./map-layers";
import { type MapPoint, pathData } from "./path-data";

const EARTH_METERS = 40_075_017;
/** A frame is drawn from four tiles or six. */
const TILES_ACROSS = 1.5;
/** Frames kept: a customer's map is asked for again and again while its van comes. */
const MOST_KEPT = 300;
const AREA = { width: MAP_WIDTH, height: MAP_HEIGHT };

interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Small maps drawn from an archive of vector tiles in the OpenMapTiles schema. Throws when there is no such archive. */
export async function openPmtilesBaseMap(file: string): Promise<BaseMap & { close(): Promise<void> }> {
  const handle = await open(file);
  const archive = new PMTiles(fileSource(file, handle));
  const { minZoom, maxZoom } = await archive.getHeader();
  const metadata = (await archive.getMetadata()) as { attribution?: unknown };
  const kept = new Map<string, Promise<BaseMapPaths | null>>();
  return {
    attribution: String(metadata.attribution ?? "")
      .replace(/<[^>]*>/g, "")
      .replaceAll("&copy;", "©"),
    close: () => handle.close(),
    draw: (frame) => {
      const key = `${frame.center.lat} ${frame.center.lng} ${frame.halfMeters}`;
      const drawing = kept.get(key) ?? drawFrame(archive, frame, { minZoom, maxZoom });
      kept.delete(key);
      kept.set(key, drawing);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
      drawing.catch(() => kept.delete(key));
      return drawing;
    },
  };
}

function fileSource(file: string, handle: FileHandle): Source {
  return {
    getKey: () => file,
    getBytes: async (offset, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, offset);
      return { data: bytes.buffer.slice(0, bytesRead) };
    },
  };
}

async function drawFrame(
  archive: PMTiles,
  frame: MapFrame,
  zooms: { readonly minZoom: number; readonly maxZoom: number },
): Promise<BaseMapPaths | null> {
  const lines: Record<keyof BaseMapPaths, string> = { green: "", water: "", streams: "", minor: "", major: "" };
  let isKnown = false;
  for (const address of tilesOf(frame, zooms)) {
    const found = await archive.getZxy(address.z, address.x, address.y);
    if (!found) continue;
    isKnown = true;
    addTile(lines, new VectorTile(new PbfReader(new Uint8Array(found.data))), address, frame);
  }
  return isKnown ? lines : null;
}

function addTile(
  lines: Record<keyof BaseMapPaths, string>,
  tile: VectorTile,
  address: TileAddress,
  frame: MapFrame,
): void {
  for (const name of READ_LAYERS) {
    const layer = tile.layers[name];
    if (!layer) continue;
    const place = placer(address, layer.extent, frame);
    for (let index = 0; index < layer.length; index++) {
      const feature = layer.feature(index);
      const path = pathOf(name, feature.properties, frame.halfMeters);
      const isArea = feature.type === 3;
      if (!path || isArea !== (path === "green" || path === "water")) continue;
      lines[path] += pathData(
        feature.loadGeometry().map((line) => line.map(place)),
        AREA,
        isArea,
      );
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

/** The tiles under a frame, of the zoom at which they are few. */
function tilesOf(
  { center, halfMeters }: MapFrame,
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
): TileAddress[] {
  const radians = (center.lat * Math.PI) / 180;
  const halfWidth = (halfMeters * MAP_WIDTH) / MAP_HEIGHT;
  const metersAround = EARTH_METERS * Math.cos(radians);
  const wanted = Math.floor(Math.log2((metersAround * TILES_ACROSS) / (2 * halfWidth)));
  const z = Math.min(maxZoom, Math.max(minZoom, wanted));
  const column = ((center.lng + 180) / 360) * 2 ** z;
  const row = ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z;
  const [across, down] = [(halfWidth / metersAround) * 2 ** z, (halfMeters / metersAround) * 2 ** z];
  const tiles: TileAddress[] = [];
  for (let y = Math.floor(row - down); y <= row + down; y++) {
    for (let x = Math.floor(column - across); x <= column + across; x++) {
      if (y >= 0 && y < 2 ** z) tiles.push({ z, x: ((x % 2 ** z) + 2 ** z) % 2 ** z, y });
    }
  }
  return tiles;
}
