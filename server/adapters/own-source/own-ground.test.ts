import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import type { MapSource } from "@/server/domain/own-source/own-source";
import type { MapFrame } from "@/server/domain/tracking/map-frame";
import type { BaseMap } from "@/server/ports/base-map";
import { ACROSS, command, roadTile } from "@/server/testing/vector-tile";
import { createOwnMap } from "./own-map";

const FRAME: MapFrame = { center: { lat: 55.68, lng: 12.58 }, halfMeters: 600 };
const OTHER: MapFrame = { ...FRAME, halfMeters: 1200 };
const installed: BaseMap = {
  draw: async () => ({
    paths: { green: "", water: "M0 0", streams: "", minor: "", major: "" },
    attribution: "© Installed",
  }),
};

type Reply = (path: string, response: ServerResponse) => unknown;

/** A server of tiles on this machine, and what it was asked. */
async function tileServer(reply: Reply) {
  const asked: { path: string; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", headers: request.headers });
    reply(request.url ?? "", response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** The ground of an organization with this map, and what was heard of its servers. */
function groundOf(source: MapSource, { allowPrivate = true, patienceMs = 60_000 } = {}) {
  const heard: string[] = [];
  const { ground } = createOwnMap(source, {
    guard: { allowPrivate, maxAnswerBytes: 1_000_000 },
    baseUrl: "https://dray.example/desk",
    watch: { answered: () => void heard.push("well"), failed: (fault) => void heard.push(fault) },
    installed,
    patienceMs,
  });
  return { ground, heard };
}

const vector = (url: string, path = "/{z}/{x}/{y}.pbf?key=k3y"): MapSource => ({
  kind: "tiles",
  content: "vector",
  url: url + path,
  darkUrl: null,
  attribution: "© Theirs",
  maxZoom: 14,
});

test("a customer's map is drawn by us from the organization's vector tiles, packed or not, each frame once", async () => {
  const { url, asked } = await tileServer((path, response) =>
    response.end(path.includes("1.pbf") ? roadTile() : gzipSync(roadTile())),
  );
  const { ground, heard } = groundOf(vector(url));
  const drawn = await ground.draw(FRAME);
  expect(drawn?.attribution).toBe("© Theirs");
  expect(drawn?.paths.major).toMatch(/^(M-?\d+ -?\d+l-?\d+ -?\d+)+$/);
  const count = asked.length;
  expect(await ground.draw({ ...FRAME })).toEqual(drawn);
  expect(asked).toHaveLength(count);
  for (const { path, headers } of asked) {
    expect(path).toMatch(/^\/14\/\d+\/\d+\.pbf\?key=k3y$/);
    expect(headers.referer).toBe("https://dray.example/");
  }
  expect(heard).toEqual(["well"]);
});

test("a style is drawn from what its roads are made of, found by its description", async () => {
  const { url, asked } = await tileServer((path, response) => {
    if (path === "/style.json") {
      const sources = { roads: { type: "vector", url: "/tiles.json" }, hills: { type: "raster" } };
      const layers = [{ id: "r", type: "line", source: "roads", "source-layer": "transportation" }];
      return response.end(JSON.stringify({ version: 8, sources, layers }));
    }
    if (path !== "/tiles.json") return response.end(roadTile());
    const attribution = '<a href="https://x">&copy; Described</a>';
    return response.end(JSON.stringify({ tiles: [`${url}/t/{z}/{x}/{y}`], maxzoom: 12, attribution }));
  });
  const { ground } = groundOf({ kind: "style", url: `${url}/style.json`, darkUrl: null });
  expect(await ground.draw(FRAME)).toMatchObject({ attribution: "© Described" });
  const paths = [...new Set(asked.map(({ path }) => path))];
  expect(paths.slice(0, 3)).toEqual(["/style.json", "/tiles.json", expect.stringMatching(/^\/t\/12\//)]);
});

test("of pictures, which have names on them, nothing is drawn; who wants no map has none", async () => {
  const { url, asked } = await tileServer((_, response) => {
    const sources = { all: { type: "raster", tiles: ["https://t.example/{z}/{x}/{y}.png"] } };
    response.end(JSON.stringify({ version: 8, sources, layers: [{ id: "a", type: "raster", source: "all" }] }));
  });
  const raster: MapSource = { ...vector(url), content: "raster" } as MapSource;
  expect((await groundOf(raster).ground.draw(FRAME))?.attribution).toBe("© Installed");
  expect(asked).toEqual([]);
  const style: MapSource = { kind: "style", url: `${url}/style.json`, darkUrl: null };
  expect((await groundOf(style).ground.draw(FRAME))?.attribution).toBe("© Installed");
  expect(await groundOf({ kind: "none" }).ground.draw(FRAME)).toBeNull();
});

test.each([
  ["a ring that is closed a billion times", roadTile([...ACROSS, command(7, 2 ** 27), 0, 0])],
  ["tags that go on behind the end", roadTile(ACROSS, { tagsLength: 2 ** 31 })],
  ["something else", new TextEncoder().encode("<!doctype html><title>Sign in</title>")],
  ["a packed flood", gzipSync(new Uint8Array(20_000_000))],
])("%s is no tile: nothing is drawn, and nobody asks again for a while", async (_, tile) => {
  const { url, asked } = await tileServer((__, response) => response.end(tile));
  const { ground, heard } = groundOf(vector(url));
  expect(await ground.draw(FRAME)).toBeNull();
  expect(heard).toEqual(["nonsense"]);
  const count = asked.length;
  expect(await ground.draw(OTHER)).toBeNull();
  expect(asked).toHaveLength(count);
});

test.each([
  ["key", 403],
  ["failing", 503],
])("a server that refuses is heard of as %s", async (fault, status) => {
  const { url } = await tileServer((_, response) => response.writeHead(status).end());
  const { ground, heard } = groundOf(vector(url));
  expect(await ground.draw(FRAME)).toBeNull();
  expect(heard).toEqual([fault]);
});

test("a page does not wait for a server that is slow: the ground is there when it asks again", async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { url } = await tileServer((_, response) => void released.then(() => response.end(roadTile())));
  const { ground } = groundOf(vector(url), { patienceMs: 1 });
  expect(await ground.draw(FRAME)).toBeNull();
  release();
  await expect.poll(() => ground.draw(FRAME)).toMatchObject({ attribution: "© Theirs" });
});

test("a server of our own networks is not asked where these are closed", async () => {
  const { url, asked } = await tileServer((_, response) => response.end(roadTile()));
  const { ground, heard } = groundOf(vector(url), { allowPrivate: false });
  expect(await ground.draw(FRAME)).toBeNull();
  expect(heard).toEqual(["address-closed"]);
  expect(asked).toEqual([]);
});
