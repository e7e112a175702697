import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { inflate } from "node:zlib";
import type { BoundingBox } from "@/server/domain/geo";

const inflateAsync = promisify(inflate);
const NANODEGREES = 1e-9;
/** The format's own limits; a file of another kind announces absurd sizes in its first bytes. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_BLOB_BYTES = 32 * 1024 * 1024;

/**
 * The box around an OpenStreetMap extract (.osm.pbf): the one its header declares, otherwise that of its nodes.
 * Throws an Error with a sentence for people when the file is something else or holds no node.
 * Format: https://wiki.openstreetmap.org/wiki/PBF_Format
 */
export async function readOsmBoundingBox(path: string): Promise<BoundingBox> {
  const file = await open(path);
  try {
    let box: BoundingBox | undefined;
    for await (const { type, data } of blobs(file, path)) {
      if (type === "OSMHeader") {
        const declared = headerBox(data);
        if (declared) return declared;
      } else if (type === "OSMData") {
        box = extend(box, blockBox(data));
      }
    }
    if (!box) throw new Error(`${path} holds no map nodes`);
    return box;
  } finally {
    await file.close();
  }
}

async function* blobs(file: FileHandle, path: string): AsyncIterable<{ type: string; data: Uint8Array }> {
  const notOsm = () => new Error(`${path} is not an OpenStreetMap .osm.pbf file, or it is cut off`);
  let position = 0;
  const read = async (length: number): Promise<Buffer> => {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await file.read(buffer, 0, length, position);
    position += bytesRead;
    return buffer.subarray(0, bytesRead);
  };
  for (;;) {
    const prefix = await read(4);
    if (prefix.length === 0 && position > 0) return;
    const headerLength = prefix.length === 4 ? prefix.readUInt32BE(0) : Infinity;
    if (headerLength > MAX_HEADER_BYTES) throw notOsm();
    const header = await read(headerLength);
    let type = "";
    let blobLength = Infinity;
    for (const field of fields(header)) {
      if (field.number === 1 && field.bytes) type = Buffer.from(field.bytes).toString("utf8");
      if (field.number === 3) blobLength = field.value;
    }
    if (header.length < headerLength || !type || blobLength > MAX_BLOB_BYTES) throw notOsm();
    const blob = await read(blobLength);
    if (blob.length < blobLength) throw notOsm();
    yield { type, data: await unpack(blob, path) };
  }
}

async function unpack(blob: Uint8Array, path: string): Promise<Uint8Array> {
  for (const { number, bytes } of fields(blob)) {
    if (number === 1 && bytes) return bytes;
    if (number === 3 && bytes) return inflateAsync(bytes);
  }
  throw new Error(`${path} is compressed with something other than zlib; repack it, for example with osmium`);
}

function headerBox(header: Uint8Array): BoundingBox | undefined {
  for (const field of fields(header)) {
    if (field.number !== 1 || !field.bytes) continue;
    const edges = new Map<number, number>();
    for (const edge of fields(field.bytes)) edges.set(edge.number, unzigzag(edge.value) * NANODEGREES);
    const [west, east, north, south] = [1, 2, 3, 4].map((number) => edges.get(number));
    if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined;
    return [west, south, east, north];
  }
  return undefined;
}

/** The box of a block's nodes, dense or single; undefined for ways and relations. */
function blockBox(block: Uint8Array): BoundingBox | undefined {
  let granularity = 100;
  let latOffset = 0;
  let lngOffset = 0;
  const groups: Uint8Array[] = [];
  for (const field of fields(block)) {
    if (field.number === 2 && field.bytes) groups.push(field.bytes);
    if (field.number === 17) granularity = field.value;
    if (field.number === 19) latOffset = field.value;
    if (field.number === 20) lngOffset = field.value;
  }
  const lats = new Range();
  const lngs = new Range();
  for (const group of groups) {
    for (const { number, bytes } of fields(group)) {
      if (number > 2 || !bytes) continue;
      for (const coordinate of fields(bytes)) {
        const range = coordinate.number === 8 ? lats : coordinate.number === 9 ? lngs : undefined;
        if (!range) continue;
        if (coordinate.bytes) range.addDeltas(coordinate.bytes);
        else range.add(unzigzag(coordinate.value));
      }
    }
  }
  if (lats.min > lats.max || lngs.min > lngs.max) return undefined;
  const degrees = (units: number, offset: number) => (offset + granularity * units) * NANODEGREES;
  return [
    degrees(lngs.min, lngOffset),
    degrees(lats.min, latOffset),
    degrees(lngs.max, lngOffset),
    degrees(lats.max, latOffset),
  ];
}

class Range {
  min = Infinity;
  max = -Infinity;

  add(value: number): void {
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  addDeltas(bytes: Uint8Array): void {
    const cursor = { bytes, at: 0 };
    let value = 0;
    while (cursor.at < bytes.length) {
      value += unzigzag(readVarint(cursor));
      this.add(value);
    }
  }
}

function extend(a: BoundingBox | undefined, b: BoundingBox | undefined): BoundingBox | undefined {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

/** The fields of a protocol-buffers message, unread: whoever knows the message picks its own. */
function* fields(bytes: Uint8Array): Iterable<{ number: number; value: number; bytes?: Uint8Array }> {
  const cursor = { bytes, at: 0 };
  while (cursor.at < bytes.length) {
    const key = readVarint(cursor);
    const number = Math.floor(key / 8);
    const wireType = key % 8;
    if (wireType === 0) yield { number, value: readVarint(cursor) };
    else if (wireType === 2) {
      const length = readVarint(cursor);
      yield { number, value: 0, bytes: bytes.subarray(cursor.at, cursor.at + length) };
      cursor.at += length;
    } else if (wireType === 5) cursor.at += 4;
    else if (wireType === 1) cursor.at += 8;
    else return;
  }
}

function readVarint(cursor: { readonly bytes: Uint8Array; at: number }): number {
  let value = 0;
  let scale = 1;
  while (cursor.at < cursor.bytes.length) {
    const byte = cursor.bytes[cursor.at++]!;
    value += (byte & 127) * scale;
    if (byte < 128) return value;
    scale *= 128;
  }
  return value;
}

const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
