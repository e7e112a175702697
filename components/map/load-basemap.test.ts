import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadBasemap } from "./load-basemap";
import { plainStyle, worldStyle } from "./world-style";

const STYLE = {
  version: 8,
  sources: {
    city: { type: "vector", url: "tiles.json" },
    ground: { type: "raster", tiles: ["/ground/{z}/{x}/{y}.png"] },
  },
  glyphs: "fonts/{fontstack}/{range}.pbf",
  layers: [],
};

const TILES = {
  tilejson: "3.0.0",
  tiles: ["https://tiles.example/{z}/{x}/{y}.pbf"],
  maxzoom: 14,
  attribution: "© Map",
};

let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/styles/own.json")
      response.writeHead(200, { "x-map-servers": "https://a.example https://b.example" }).end(JSON.stringify(STYLE));
    else if (request.url === "/styles/good.json") response.end(JSON.stringify(STYLE));
    else if (request.url === "/tiles.json") response.end(JSON.stringify(TILES));
    else if (request.url === "/away.json") response.writeHead(204).end();
    else if (request.url === "/page.html") response.end("<!doctype html>Sign in to the hotel network");
    else if (request.url === "/other.json") response.end('{"version":7}');
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const load = (mapStyleUrl?: string, mapStyleDarkUrl?: string) =>
  loadBasemap({ mapStyleUrl, mapStyleDarkUrl }, "dark", new AbortController().signal);

describe("loadBasemap", () => {
  test("a style that answers is used, its relative addresses resolved and templates intact", async () => {
    const { kind, style, failed } = await load(`${base}/styles/good.json`);
    expect({ kind, failed }).toEqual({ kind: "style", failed: false });
    expect(style.sources.city).toMatchObject({ url: `${base}/styles/tiles.json` });
    expect(style.sources.ground).toMatchObject({ tiles: [`${base}/ground/{z}/{x}/{y}.png`] });
    expect(style.glyphs).toBe(`${base}/styles/fonts/{fontstack}/{range}.pbf`);
  });

  test("the servers it is fetched from are known where they are said", async () => {
    expect((await load(`${base}/styles/own.json`)).servers).toEqual(["https://a.example", "https://b.example"]);
    expect((await load(`${base}/styles/good.json`)).servers).toBeUndefined();
  });

  test("a description of vector tiles is drawn in our own style, with whose it is", async () => {
    const { kind, style } = await load(`${base}/tiles.json`);
    expect(kind).toBe("style");
    const { tiles, maxzoom, attribution } = TILES;
    expect(style.sources.basemap).toMatchObject({ type: "vector", tiles, maxzoom, attribution });
    expect(style.layers.length).toBeGreaterThan(10);
  });

  test("the dark style replaces the other in the dark", async () => {
    expect((await load(`${base}/gone.json`, `${base}/styles/good.json`)).kind).toBe("style");
  });

  test.each(["/gone.json", "/away.json", "/page.html", "/other.json"])(
    "%s falls back to the plain background and says so",
    async (path) => {
      expect(await load(base + path)).toEqual({ kind: "plain", style: plainStyle("dark"), failed: true });
    },
  );

  test("a server that is not there falls back too", async () => {
    expect((await load("http://127.0.0.1:1/style.json")).failed).toBe(true);
  });

  test("with nothing configured the plain background is no failure", async () => {
    expect(await load()).toEqual({ kind: "plain", style: plainStyle("dark"), failed: false });
  });

  test("the plain background and the shipped world ask no other server, nor any for letters", () => {
    const world = { type: "vector", tiles: ["pmtiles:///basemap/world.pmtiles/{z}/{x}/{y}"] } as const;
    for (const theme of ["light", "dark"] as const)
      for (const style of [plainStyle(theme), worldStyle(theme, { ...world, tiles: [...world.tiles] })])
        expect(JSON.stringify(style)).not.toMatch(/https?:|"url"|glyphs|sprite/);
  });
});
