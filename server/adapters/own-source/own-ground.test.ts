import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { plainAttribution } from "@/server/adapters/base-map/pmtiles-base-map";
import type { MapSource } from "@/server/domain/own-source/own-source";
import type { MapFrame } from "@/server/domain/tracking/map-frame";
import type { BaseMap } from "@/server/ports/base-map";
import { ACROSS, command, roadTile } from "@/server/testing/vector-tile";
import { createOwnGround } from "./own-ground";
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

/** A line of so many steps, each of them `x` and `y` as the tile writes them. */
const steps = (count: number, step: readonly [x: number, y: number][]) => [
  command(1, 1),
  0,
  0,
  command(2, count),
  ...Array.from({ length: count }, (_, at) => step[at % step.length]!).flat(),
];
/** From one side to the other and back. */
const TO_AND_FRO: [number, number][] = [
  [8192, 0],
  [8191, 0],
];

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

/** The same with a clock of our own. */
function timedGround(url: string) {
  let now = 0;
  const heard: string[] = [];
  const tiles = { template: `${url}/{z}/{x}/{y}.pbf`, minZoom: 0, maxZoom: 14, attribution: "© Theirs" };
  const ground = createOwnGround(async () => tiles, {
    guard: { allowPrivate: true, maxAnswerBytes: 1_000_000 },
    headers: {},
    watch: { answered: () => void heard.push("well"), failed: (fault) => void heard.push(fault) },
    otherwise: installed,
    patienceMs: 60_000,
    nowMs: () => now,
  });
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { ground, heard, pass };
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

test.each([14, 22])(
  "of a set that begins at zoom %i no wide frame is drawn: nobody is asked for thousands",
  async (minzoom) => {
    const { url, asked } = await tileServer((path, response) => {
      if (path !== "/style.json") return response.end(roadTile());
      const roads = { type: "vector", tiles: [`${url}/t/{z}/{x}/{y}`], minzoom, maxzoom: 22 };
      const layers = [{ id: "r", type: "line", source: "roads", "source-layer": "transportation" }];
      response.end(JSON.stringify({ version: 8, sources: { roads }, layers }));
    });
    const { ground } = groundOf({ kind: "style", url: `${url}/style.json`, darkUrl: null });
    expect(await ground.draw({ ...FRAME, halfMeters: 40_000 })).toBeNull();
    expect(await ground.draw({ center: { lat: 90, lng: 0 }, halfMeters: 300 })).toBeNull();
    expect(asked.map(({ path }) => path)).toEqual(["/style.json"]);
  },
);

test("whose map it is is told in a line or two, however long it is said", () => {
  expect(plainAttribution('<a href="https://x">&copy; OpenStreetMap</a> contributors')).toBe(
    "© OpenStreetMap contributors",
  );
  expect(plainAttribution("<".repeat(8_000_000)).length).toBeLessThanOrEqual(300);
  expect(plainAttribution("map ".repeat(1_000_000)).length).toBeLessThanOrEqual(300);
  expect(plainAttribution({ toString: 1 })).toBe("");
});

test("a frame that cannot be drawn takes neither what is drawn nor, after a while, other frames from anybody", async () => {
  let isBroken = false;
  const { url } = await tileServer((_, response) => response.end(isBroken ? "<!doctype html>" : roadTile()));
  const { ground, heard, pass } = timedGround(url);
  const drawn = await ground.draw(FRAME);
  expect(drawn).not.toBeNull();
  isBroken = true;
  expect(await ground.draw(OTHER)).toBeNull();
  expect(await ground.draw(FRAME)).toEqual(drawn);
  isBroken = false;
  pass(20);
  const third = { ...FRAME, halfMeters: 2500 };
  expect(await ground.draw(third)).toBeNull();
  // That it was left alone is no reason to leave it alone for longer, and the broken frame is not asked for at once.
  pass(11);
  expect(await ground.draw(OTHER)).toBeNull();
  expect(await ground.draw(third)).not.toBeNull();
  expect(heard).toEqual(["well", "nonsense", "well"]);
});

test("where nothing is, nobody has answered, and it is asked for anew a minute later", async () => {
  let isThere = false;
  const { url, asked } = await tileServer((_, response) => {
    if (isThere) response.end(roadTile());
    else response.writeHead(404).end();
  });
  const { ground, heard, pass } = timedGround(url);
  expect(await ground.draw(FRAME)).toBeNull();
  const count = asked.length;
  isThere = true;
  pass(50);
  expect(await ground.draw(FRAME)).toBeNull();
  expect(asked).toHaveLength(count);
  expect(heard).toEqual([]);
  pass(11);
  expect(await ground.draw(FRAME)).not.toBeNull();
  expect(heard).toEqual(["well"]);
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
  ["more lines than a telephone takes", roadTile(steps(60_000, TO_AND_FRO)), "too-large"],
  ["more steps than a frame is read from", gzipSync(roadTile(steps(600_000, [[0, 0]])))],
  ["something else", new TextEncoder().encode("<!doctype html><title>Sign in</title>")],
  ["a packed flood", gzipSync(new Uint8Array(20_000_000))],
])("%s is no tile: nothing is drawn, and nobody asks again for a while", async (_, tile, fault = "nonsense") => {
  const { url, asked } = await tileServer((__, response) => response.end(tile));
  const { ground, heard } = groundOf(vector(url));
  expect(await ground.draw(FRAME)).toBeNull();
  expect(heard).toEqual([fault]);
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
