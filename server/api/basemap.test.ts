import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { basemapApp } from "./basemap";

let folder: string;
const files = () => ({ worldFile: path.join(folder, "world.pmtiles"), tilesFile: path.join(folder, "town.pmtiles") });

const unread = { readStyle: async () => null, readOwn: async () => null };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dray-basemap-"));
  await writeFile(files().tilesFile, "PMTiles-0123456789");
  await writeFile(files().worldFile, "World");
  await writeFile(path.join(folder, "secret.txt"), "no");
});

afterAll(() => rm(folder, { recursive: true }));

test("a basemap is served whole, in ranges, and nothing beside it", async () => {
  const app = basemapApp({ ...files(), ...unread });
  const whole = await app.request("/basemap/tiles.pmtiles");
  expect([whole.status, await whole.text()]).toEqual([200, "PMTiles-0123456789"]);
  const range = await app.request("/basemap/tiles.pmtiles", { headers: { range: "bytes=8-11" } });
  expect([range.status, await range.text(), range.headers.get("content-range")]).toEqual([
    206,
    "0123",
    "bytes 8-11/18",
  ]);
  expect(await (await app.request("/basemap/world.pmtiles")).text()).toBe("World");
  expect((await app.request("/basemap/secret.txt")).status).toBe(404);
  expect((await app.request("/basemap/..%2Fsecret.txt")).status).toBe(404);
});

test("tiles that are not there are missing, not kept", async () => {
  const none = basemapApp({ ...files(), tilesFile: null, ...unread });
  expect((await none.request("/basemap/tiles.pmtiles")).status).toBe(404);
  const gone = basemapApp({ ...files(), tilesFile: path.join(folder, "gone.pmtiles"), ...unread });
  const answer = await gone.request("/basemap/tiles.pmtiles");
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([404, null]);
});

test("the style is the theme's; one that is away is an empty answer", async () => {
  const app = basemapApp({
    ...files(),
    ...unread,
    readStyle: async (theme) => (theme === "dark" ? { version: 8 } : null),
  });
  expect(await (await app.request("/basemap/style/dark")).json()).toEqual({ version: 8 });
  expect((await app.request("/basemap/style/light")).status).toBe(204);
  expect((await app.request("/basemap/style/sepia")).status).toBe(404);
});

test("an organization's own map is its people's alone, and kept by nobody", async () => {
  const readOwn = async ({ headers }: Request, theme: string) =>
    headers.get("cookie") === "session=theirs"
      ? { document: { version: 8, theme }, origins: ["https://a.example", "https://b.example:8443"] }
      : null;
  const app = basemapApp({ ...files(), ...unread, readOwn });
  const theirs = await app.request("/basemap/own/dark?v=1", { headers: { cookie: "session=theirs" } });
  expect([theirs.status, await theirs.json()]).toEqual([200, { version: 8, theme: "dark" }]);
  expect(theirs.headers.get("x-map-servers")).toBe("https://a.example https://b.example:8443");
  expect(theirs.headers.get("cache-control")).toBe("private, no-store");
  expect((await app.request("/basemap/own/dark?v=1")).status).toBe(204);
});
