import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOsmBoundingBox } from "./osm-bounding-box";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "osm-bounding-box-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, ...parts: Buffer[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, Buffer.concat(parts));
  return path;
}

// A minimal protocol-buffers writer: enough to make the blocks of the format's description.
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}
const zigzag = (value: number) => varint(value < 0 ? -value * 2 - 1 : value * 2);
const field = (number: number, bytes: Buffer) => Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
const integer = (number: number, bytes: Buffer) => Buffer.concat([varint(number * 8), bytes]);

function blob(type: string, block: Buffer, packed = true): Buffer {
  const body = packed ? field(3, deflateSync(block)) : field(1, block);
  const header = Buffer.concat([field(1, Buffer.from(type)), integer(3, varint(body.length))]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, body]);
}

/** Coordinates in units of 100 nanodegrees, as differences. */
const denseNodes = (lats: number[], lngs: number[]) =>
  field(
    2,
    field(2, Buffer.concat([field(8, Buffer.concat(lats.map(zigzag))), field(9, Buffer.concat(lngs.map(zigzag)))])),
  );

test("believes the box that the header declares", async () => {
  const edges = [-17.5, -16.1, 28.6, 28.0].map((degrees, index) => integer(index + 1, zigzag(degrees * 1e9)));
  const header = blob("OSMHeader", field(1, Buffer.concat(edges)));
  expect(await readOsmBoundingBox(await write("declared.osm.pbf", header))).toEqual([-17.5, 28, -16.1, 28.6]);
});

test("otherwise measures the nodes of all blocks, dense or single", async () => {
  const single = field(2, field(1, Buffer.concat([integer(8, zigzag(-100_000_000)), integer(9, zigzag(5))])));
  const path = await write(
    "measured.osm.pbf",
    blob("OSMHeader", field(4, Buffer.from("OsmSchema-V0.6"))),
    blob("OSMData", denseNodes([556_000_000, 1_000_000, -3_000_000], [125_000_000, -500_000, 900_000])),
    blob("OSMData", single, false),
    blob("OSMData", field(2, field(3, integer(1, varint(7))))),
  );
  const [west, south, east, north] = await readOsmBoundingBox(path);
  expect(west).toBeCloseTo(0.0000005, 9);
  expect(south).toBeCloseTo(-10, 9);
  expect(east).toBeCloseTo(12.54, 9);
  expect(north).toBeCloseTo(55.7, 9);
});

test("says so when the file is something else, cut off or empty", async () => {
  const nodes = blob("OSMData", denseNodes([1], [1]));
  const xml = await write("map.osm", Buffer.from("<?xml version='1.0'?><osm></osm>"));
  const cut = await write("cut.osm.pbf", nodes.subarray(0, nodes.length - 5));
  const empty = await write("empty.osm.pbf", Buffer.alloc(0));
  const nodeless = await write("nodeless.osm.pbf", blob("OSMHeader", Buffer.alloc(0)));
  for (const path of [xml, cut, empty]) {
    await expect(readOsmBoundingBox(path)).rejects.toThrow("is not an OpenStreetMap .osm.pbf file");
  }
  await expect(readOsmBoundingBox(nodeless)).rejects.toThrow("holds no map nodes");
});
