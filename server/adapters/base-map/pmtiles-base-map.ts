import "server-only";
import { type FileHandle, open } from "node:fs/promises";
import { PMTiles, type Source } from "pmtiles";
import type { BaseMap } from "@/server/ports/base-map";
import { drawFrame, type TileSet } from "./draw-frame";
import { keepFrames } from "./keep-frames";

/** Small maps drawn from an archive of vector tiles in the OpenMapTiles schema. Throws when there is no such archive. */
export async function openPmtilesBaseMap(file: string): Promise<BaseMap & { close(): Promise<void> }> {
  const handle = await open(file);
  const archive = new PMTiles(fileSource(file, handle));
  const { minZoom, maxZoom } = await archive.getHeader();
  const metadata = (await archive.getMetadata()) as { attribution?: unknown };
  const tiles: TileSet = {
    minZoom,
    maxZoom,
    read: async ({ z, x, y }) => {
      const found = await archive.getZxy(z, x, y);
      return found ? new Uint8Array(found.data) : null;
    },
  };
  const attribution = plainAttribution(metadata.attribution);
  return {
    close: () => handle.close(),
    draw: keepFrames(async (frame) => {
      const paths = await drawFrame(tiles, frame);
      return paths && { paths, attribution };
    }),
  };
}

/** Of an attribution, as it comes and as it is shown: nobody's is as long. */
const MOST_MARKUP = 2_000;
const MOST_TEXT = 300;

/** An attribution, which browsers draw as HTML, as a plain text of one line or two; whose it is may be a stranger's to say. */
export function plainAttribution(attribution: unknown): string {
  if (typeof attribution !== "string") return "";
  const text = attribution.slice(0, MOST_MARKUP).replace(/<[^<>]*>/g, "");
  return text.replaceAll("&copy;", "©").slice(0, MOST_TEXT);
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
