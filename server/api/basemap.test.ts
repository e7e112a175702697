import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { basemapApp } from "./basemap";

test("a basemap is served whole, in ranges, and nothing beside it", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "dray-basemap-"));
  await writeFile(path.join(folder, "town.pmtiles"), "PMTiles-0123456789");
  await writeFile(path.join(folder, "secret.txt"), "no");
  const app = basemapApp(path.join(folder, "town.pmtiles"));
  const whole = await app.request("/basemap/tiles.pmtiles");
  expect([whole.status, await whole.text()]).toEqual([200, "PMTiles-0123456789"]);
  const range = await app.request("/basemap/tiles.pmtiles", { headers: { range: "bytes=8-11" } });
  expect([range.status, await range.text(), range.headers.get("content-range")]).toEqual([
    206,
    "0123",
    "bytes 8-11/18",
  ]);
  expect((await app.request("/basemap/secret.txt")).status).toBe(404);
  expect((await app.request("/basemap/..%2Fsecret.txt")).status).toBe(404);
  await rm(folder, { recursive: true });
});
