// Writes map tiles as one PMTiles archive (version 3), which browsers read in ranges.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { zxyToTileId } from "pmtiles";

const HEADER_BYTES = 127;
/** Readers fetch header and root directory as one block of this size. */
const FIRST_BLOCK_BYTES = 16_384;
const LEAF_ENTRIES = 2048;
const GZIP = 2;
const VECTOR_TILE = 1;

const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/**
 * The archive of vector tiles `{ z, x, y, bytes }`, uncompressed as given; equal ones are stored once. `bounds` are west,
 * south, east, north in degrees.
 */
export function pmtilesArchive(tiles, { metadata, minZoom, maxZoom, bounds }) {
  const { entries, data, contents } = storeTiles(tiles);
  const { root, leaves } = directories(entries);
  const meta = gzip(JSON.stringify(metadata));
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("PMTiles", 0);
  header.writeUInt8(3, 7);
  const rootAt = HEADER_BYTES;
  const metaAt = rootAt + root.length;
  const leavesAt = metaAt + meta.length;
  const dataAt = leavesAt + leaves.length;
  const addressed = entries.reduce((sum, { run }) => sum + run, 0);
  const numbers = [
    [rootAt, root.length],
    [metaAt, meta.length],
    [leavesAt, leaves.length],
    [dataAt, data.length],
    [addressed, entries.length],
    [contents],
  ].flat();
  numbers.forEach((value, index) => {
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * index);
  });
  // Clustered, directories and tiles compressed, tile type, zooms.
  Buffer.from([1, GZIP, GZIP, VECTOR_TILE, minZoom, maxZoom]).copy(header, 96);
  const [west, south, east, north] = bounds;
  [west, south, east, north].forEach((degrees, index) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * index);
  });
  header.writeUInt8(minZoom, 118);
  header.writeInt32LE(Math.round(((west + east) / 2) * 1e7), 119);
  header.writeInt32LE(Math.round(((south + north) / 2) * 1e7), 123);
  return Buffer.concat([header, root, meta, leaves, data]);
}

function storeTiles(tiles) {
  const places = new Map();
  const chunks = [];
  const entries = [];
  let length = 0;
  const sorted = tiles.map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), bytes: tile.bytes }));
  for (const { id, bytes } of sorted.sort((a, b) => a.id - b.id)) {
    const name = createHash("sha256").update(bytes).digest("hex");
    let place = places.get(name);
    if (!place) {
      const packed = gzip(bytes);
      place = { offset: length, length: packed.length };
      places.set(name, place);
      chunks.push(packed);
      length += packed.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === place.offset && last.id + last.run === id) last.run++;
    else entries.push({ id, run: 1, ...place });
  }
  return { entries, data: Buffer.concat(chunks), contents: places.size };
}

/** One directory where it fits into the first block, else a root that points to leaves. */
function directories(entries) {
  const root = directory(entries);
  if (HEADER_BYTES + root.length <= FIRST_BLOCK_BYTES) return { root, leaves: Buffer.alloc(0) };
  const leaves = [];
  const pointers = [];
  let offset = 0;
  for (let from = 0; from < entries.length; from += LEAF_ENTRIES) {
    const leaf = directory(entries.slice(from, from + LEAF_ENTRIES));
    pointers.push({ id: entries[from].id, run: 0, offset, length: leaf.length });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: directory(pointers), leaves: Buffer.concat(leaves) };
}

/** Ids as differences, run lengths, lengths, then offsets, where 0 means "right behind the one before". */
function directory(entries) {
  const bytes = [];
  const write = (value) => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  write(entries.length);
  entries.forEach(({ id }, index) => {
    write(id - (entries[index - 1]?.id ?? 0));
  });
  for (const { run } of entries) write(run);
  for (const { length } of entries) write(length);
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1];
    write(before && before.offset + before.length === offset ? 0 : offset + 1);
  });
  return gzip(Buffer.from(bytes));
}
