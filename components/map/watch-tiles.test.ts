import type { Map as MapLibreMap } from "maplibre-gl";
import { beforeEach, expect, test } from "vitest";
import { watchTiles } from "./watch-tiles";

const TILE = (x: number) => ({ tileID: { canonical: { z: 6, x, y: 20 } } });

let listeners: Map<string, (event: object) => void>;
let refetched: unknown[];
let reports: string[];

const map = () =>
  ({
    on: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
    off: (type: string) => listeners.delete(type),
    getSource: () => ({}),
    refreshTiles: (sourceId: string, tiles: unknown) => refetched.push([sourceId, tiles]),
  }) as unknown as MapLibreMap;
const arrive = (x = 1) => listeners.get("sourcedata")?.({ sourceId: "city", tile: TILE(x) });
const fail = (x = 1) => listeners.get("error")?.({ sourceId: "city", tile: TILE(x) });
const watch = () => watchTiles(map(), ["city"], (state) => reports.push(state));

beforeEach(() => {
  listeners = new Map();
  refetched = [];
  reports = [];
});

test("a first tile that fails is a background that is away; one lost among others is no news", () => {
  watch();
  fail();
  expect(reports).toEqual(["failing"]);
  arrive();
  expect(reports).toEqual(["failing", "well"]);
  fail(2);
  fail(3);
  arrive(4);
  fail(5);
  expect(reports).toHaveLength(2);
});

test("three failures in a row midway are reported once, and the lost tiles are fetched when others come again", () => {
  watch();
  arrive(9);
  for (const x of [1, 2, 3, 4]) fail(x);
  expect(reports).toEqual(["failing"]);
  arrive(9);
  expect(reports).toEqual(["failing", "well"]);
  expect(refetched).toEqual([["city", [1, 2, 3, 4].map((x) => ({ z: 6, x, y: 20 }))]]);
});

test("a retry fetches what was lost, and says when the source itself must be made anew", () => {
  const { retry } = watch();
  fail(7);
  expect(retry()).toBe(true);
  expect(refetched).toEqual([["city", [{ z: 6, x: 7, y: 20 }]]]);
  listeners.get("error")?.({ sourceId: "city" });
  expect(retry()).toBe(false);
});

test("sources of the day itself are none of its business", () => {
  watch();
  listeners.get("error")?.({ sourceId: "dray-stops" });
  listeners.get("error")?.({});
  expect(reports).toEqual([]);
});
