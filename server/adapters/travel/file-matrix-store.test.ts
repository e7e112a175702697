import { mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { LatLng } from "@/server/domain/geo";
import { createFileMatrixStore } from "./file-matrix-store";
import type { StoredMatrix } from "./matrix-store";
import type { RoadEngine, RoadRequest } from "./road-engine";
import { createRoadTravel } from "./road-travel";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "matrix-store-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const key = { roads: "osm 1", profile: "van" } as const;
const door = (index: number): LatLng => ({ lat: 55 + index / 1000, lng: 12 });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

function matrixOf(indices: readonly number[]): StoredMatrix {
  const cells = indices.flatMap((from) => indices.map((to) => (from === to ? 0 : from * 1000 + to)));
  return {
    doors: indices.map(door),
    reachable: indices.map((index) => index % 7 !== 6),
    known: { durationSeconds: Int32Array.from(cells), distanceMeters: Int32Array.from(cells, (cell) => cell * 10) },
  };
}

const files = async () =>
  (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith(".matrix"))
    .map((name) => join(folder, name));

test("what was saved is found again, by any instance, whole", async () => {
  const saved = matrixOf(range(0, 9));
  await createFileMatrixStore(folder).save(key, saved);
  expect(await createFileMatrixStore(folder).find(key, range(3, 5).map(door))).toEqual(saved);
});

test("other roads, another vehicle and other doors are not found", async () => {
  const store = createFileMatrixStore(folder);
  expect(await store.find(key, [door(1)])).toBeUndefined();
  await store.save(key, matrixOf(range(0, 9)));
  expect(await store.find({ ...key, roads: "osm 2" }, [door(1)])).toBeUndefined();
  expect(await store.find({ ...key, profile: "bike" }, [door(1)])).toBeUndefined();
  expect(await store.find(key, [door(50)])).toBeUndefined();
});

test("the one that shares most doors is found, of equals the smaller; one overtaken by a newer goes", async () => {
  const store = createFileMatrixStore(folder);
  await store.save(key, matrixOf(range(0, 5)));
  await store.save(key, matrixOf(range(3, 20)));
  await store.save(key, matrixOf(range(18, 22)));
  const found = async (from: number, to: number) => (await store.find(key, range(from, to).map(door)))?.doors.length;
  expect([await found(0, 5), await found(4, 10), await found(18, 20)]).toEqual([5, 17, 4]);
  await store.save(key, matrixOf(range(0, 20)));
  expect(await files()).toHaveLength(2);
  expect([await found(0, 5), await found(21, 22)]).toEqual([20, 4]);
});

test("a file that breaks off, or holds something else, is measured again", async () => {
  const store = createFileMatrixStore(folder);
  await store.save(key, matrixOf(range(0, 9)));
  const [path] = await files();
  const bytes = await readFile(path!);
  await truncate(path!, bytes.length - 1);
  expect(await store.find(key, [door(1)])).toBeUndefined();
  for (const wrong of [Buffer.from("hello"), Buffer.alloc(64), Buffer.concat([bytes, bytes])]) {
    await writeFile(path!, wrong);
    expect(await store.find(key, [door(1)])).toBeUndefined();
  }
  await store.save(key, matrixOf(range(0, 9)));
  expect(await store.find(key, [door(1)])).toEqual(matrixOf(range(0, 9)));
});

test("it never grows beyond its bounds: what was not asked for longest goes", async () => {
  const bytes = 10 * 10 * 8 + 400;
  const store = createFileMatrixStore(folder, { maxBytes: 2 * bytes });
  for (const [age, first] of [100, 200].entries()) {
    await store.save(key, matrixOf(range(first, first + 10)));
    for (const path of await files()) await utimes(path, 1000 + age, 1000 + age);
  }
  await store.find(key, [door(100)]);
  await store.save(key, matrixOf(range(300, 310)));
  expect(await files()).toHaveLength(2);
  expect(await store.find(key, [door(200)])).toBeUndefined();
  expect(await store.find(key, [door(100)])).toBeDefined();
  await store.save(key, matrixOf(range(0, 100)));
  expect(await store.find(key, [door(0)])).toBeUndefined();
});

test("a folder that cannot be written costs nothing", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  const store = createFileMatrixStore(join(file, "below"));
  await store.save(key, matrixOf(range(0, 3)));
  expect(await store.find(key, [door(1)])).toBeUndefined();
});

test("a day with three doors more is measured for those three only, there and back", async () => {
  const asked: RoadRequest[] = [];
  const roads = {
    limits: { pairsPerMatrix: 1e6, positionsPerSide: 1e6, positionsPerLocate: 1e6, legsPerRoute: 9, callsAtOnce: 1 },
    ask: async (request: RoadRequest) => {
      asked.push(request);
      if (request.kind !== "matrix") return (request.positions as LatLng[]).map(() => true);
      const cells = request.sources.flatMap((from) =>
        request.targets.map((to) =>
          from === to ? 0 : (Math.round(from.lat * 1e4) % 997) + (Math.round(to.lat * 1e3) % 89),
        ),
      );
      return { durationSeconds: Int32Array.from(cells), distanceMeters: Int32Array.from(cells) };
    },
    close: async () => {},
  } as unknown as RoadEngine;
  let version = "1";
  const source = { name: "a", version: () => version, maxDoors: 1000, open: () => roads };
  const travelWith = (place: string) =>
    createRoadTravel({ sources: [source], store: createFileMatrixStore(join(folder, place)) });
  const [first, more] = [range(0, 40).map(door), range(2, 43).map(door).reverse()];
  await travelWith("warm").matrix(first, "van");
  asked.length = 0;
  const matrix = await travelWith("warm").matrix(more, "van");
  const pairs = asked.map((request) =>
    request.kind === "matrix" ? [request.sources.length, request.targets.length] : request.kind,
  );
  expect(pairs).toEqual(["locate", [3, 41], [38, 3]]);
  expect(asked[0]).toMatchObject({ positions: [door(42), door(41), door(40)] });
  expect(matrix).toEqual(await travelWith("cold").matrix(more, "van"));

  asked.length = 0;
  const progress: number[] = [];
  await travelWith("warm").matrix(more, "van", { onProgress: (fraction) => progress.push(fraction) });
  expect([asked, progress]).toEqual([[], [1]]);
  version = "2";
  await travelWith("warm").matrix(more, "van");
  expect(asked).toHaveLength(2);
});
