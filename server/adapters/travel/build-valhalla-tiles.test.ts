import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import { decodePolyline } from "@/server/domain/polyline";
import { FakeClock } from "@/server/testing/fake-clock";
import { findSample } from "@/server/testing/sample-data";
import { buildValhallaTiles } from "./build-valhalla-tiles";
import { listRoadNetworks, type RoadNetwork } from "./road-network";
import { createRoadTravel, type RoadTravel } from "./road-travel";
import { createValhallaProcess } from "./valhalla-process";

const file = findSample("copenhagen", "roads.osm.pbf");
// The optional package is there everywhere, its programs are for some platforms only.
const programs = join("node_modules", "@valhallajs", "valhallajs", process.platform, process.arch);
const addressFile = findSample("copenhagen", "addresses.csv");
const clock = new FakeClock("2026-03-02T08:00:00Z");
const vaduz: LatLng = { lat: 47.141, lng: 9.521 };

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "valhalla-tiles-"));
});
afterAll(() => rm(dataDir, { recursive: true }));

test("there are no networks in a fresh data folder", async () => {
  expect(await listRoadNetworks(dataDir)).toEqual([]);
});

test("a file that is no extract is refused and leaves nothing behind", async () => {
  const wrong = join(dataDir, "wrong.osm.pbf");
  await writeFile(wrong, "orders;that;got;lost\n".repeat(50));
  await expect(buildValhallaTiles({ file: wrong, dataDir, clock })).rejects.toThrow(/OpenStreetMap|valhallajs/);
  await expect(buildValhallaTiles({ file: join(dataDir, "none.pbf"), dataDir, clock })).rejects.toThrow(
    /cannot be read|valhallajs/,
  );
  expect(await listRoadNetworks(dataDir)).toEqual([]);
});

describe.skipIf(!file || !addressFile || !existsSync(programs))("on the roads of Copenhagen", () => {
  let network: RoadNetwork;
  let travel: RoadTravel;
  let addresses: LatLng[];

  beforeAll(async () => {
    ({ network } = await buildValhallaTiles({ file: file!, dataDir, clock }));
    const { name, box, tileDir } = network;
    const roads = createValhallaProcess({ tileDir });
    const source = { name, box, version: () => tileDir, maxDoors: 1000, open: () => roads };
    travel = createRoadTravel({ sources: [source], store: { find: async () => undefined, save: async () => {} } });
    const lines = (await readFile(addressFile!, "utf8")).trim().split("\n").slice(1);
    addresses = Array.from({ length: 60 }, (_, index) => {
      const [lng, lat] = lines[(index * 7919) % lines.length]!.split(",").reverse();
      return { lat: Number(lat), lng: Number(lng) };
    });
  });
  afterAll(() => travel?.close());

  test("the record says what was built from what, and the same file is not built again", async () => {
    expect(network).toMatchObject({ name: "copenhagen", builtAt: "2026-03-02T08:00:00.000Z" });
    expect(network.box[0]).toBeCloseTo(12.522, 2);
    expect(network.box[3]).toBeCloseTo(55.697, 2);
    expect(await listRoadNetworks(dataDir)).toEqual([network]);
    const later = new FakeClock("2026-04-01T00:00:00Z");
    expect(await buildValhallaTiles({ file: file!, dataDir, clock: later })).toEqual({ network, built: false });
    expect(existsSync(network.tileDir)).toBe(true);
    const entries = await readdir(join(dataDir, "roads", "copenhagen"));
    expect(entries.filter((entry) => entry.startsWith("unfinished-") || entry.endsWith(".new"))).toEqual([]);
  });

  test("a matrix of real addresses is on roads, asymmetric, never shorter than the straight line", async () => {
    const positions = [...addresses, vaduz];
    const matrix = await travel.matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "roads", unreachable: [] });
    let shorter = 0;
    let asymmetric = 0;
    for (let from = 0; from < 60; from++) {
      for (let to = 0; to < from; to++) {
        const there = from * matrix.size + to;
        const back = to * matrix.size + from;
        // Positions are moved to their road first, at most a few house widths in a city.
        const straight = distanceMeters(positions[from]!, positions[to]!) - 200;
        if (matrix.distanceMeters[there]! < straight || matrix.distanceMeters[back]! < straight) shorter++;
        if (matrix.durationSeconds[there] !== matrix.durationSeconds[back]) asymmetric++;
      }
    }
    expect(shorter).toBe(0);
    expect(asymmetric).toBeGreaterThan(1000);
  });

  test("a pin in the middle of a common is unreachable for a van, and a walk away on foot", async () => {
    const common: LatLng = { lat: 55.6465, lng: 12.5731 };
    const positions = [...addresses.slice(0, 10), common];
    expect(await travel.matrix(positions, "van")).toMatchObject({ source: "roads", unreachable: [10] });
    expect(await travel.matrix(positions, "foot")).toMatchObject({ source: "roads", unreachable: [] });
  });

  test("legs follow the road from door to door; the one over the sea is an estimate", async () => {
    const positions = [addresses[0]!, addresses[1]!, addresses[1]!, vaduz, addresses[2]!];
    const legs = await travel.legs(positions, "bike");
    expect(legs.map(({ source }) => source)).toEqual(["roads", "roads", "estimate", "estimate"]);
    const shape = decodePolyline(legs[0]!.shape!);
    expect(shape.length).toBeGreaterThan(20);
    expect(distanceMeters(shape[0]!, positions[0]!)).toBeLessThan(150);
    expect(distanceMeters(shape.at(-1)!, positions[1]!)).toBeLessThan(150);
    expect(legs[1]).toMatchObject({ durationSeconds: 0, distanceMeters: 0 });
  });

  test("killed in the middle of a matrix, Valhalla is started again and the matrix is whole", async () => {
    let pid = 0;
    const roads = createValhallaProcess({ tileDir: network.tileDir, onStart: (started) => (pid = started) });
    const limits = { ...roads.limits, pairsPerMatrix: 600 };
    const source = { name: "a", version: () => "1", maxDoors: 100, open: () => ({ ...roads, limits }) };
    const store = { find: async () => undefined, save: async () => {} };
    const killed = createRoadTravel({ sources: [source], store });
    const pids = new Set<number>();
    const matrix = await killed.matrix(addresses, "van", {
      onProgress: () => {
        if (pids.size === 0) process.kill(pid, "SIGKILL");
        pids.add(pid);
      },
    });
    await killed.close();
    expect(pids.size).toBe(2);
    const { durationSeconds } = await travel.matrix(addresses, "van");
    expect(matrix).toMatchObject({ source: "roads" });
    expect(matrix.durationSeconds).toEqual(durationSeconds);
  });
});
