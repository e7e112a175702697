import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRemoteMapStyle } from "./remote-map-style";

let server: Server;
let base: string;
let isDown = false;
let asked: string[] = [];
let tiles = "https://tiles.example";

beforeEach(async () => {
  isDown = false;
  asked = [];
  tiles = "https://tiles.example";
  server = createServer((request, response) => {
    asked.push(request.url!);
    const answers: Record<string, unknown> = {
      "/style.json": { version: 8, sources: { city: { type: "vector", url: "city.json" } }, layers: [] },
      "/city.json": {
        tiles: [`${tiles}/{z}/{x}/{y}.pbf`],
        attribution: '<a href="https://o.example">o</a>',
      },
      "/page.html": "not a style",
    };
    const answer = isDown ? undefined : answers[request.url!];
    if (answer === undefined) response.writeHead(503).end();
    else response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

const styleAt = (path: string, nowMs = () => 0) =>
  createRemoteMapStyle({ light: base + path, dark: base + path }, { nowMs });

test("a style is read with its full addresses, and its tiles' origins are known", async () => {
  const styles = styleAt("/style.json");
  expect(styles.origins()).toEqual([base]);
  const style = await styles.read("light");
  expect(style?.sources.city).toMatchObject({ url: `${base}/city.json` });
  expect(styles.origins()).toEqual([base, "https://tiles.example"]);
});

test("a style that has moved to other servers names those alone, and each theme its own", async () => {
  let now = 0;
  const styles = createRemoteMapStyle(
    { light: `${base}/style.json`, dark: "https://dark.example/x" },
    { nowMs: () => now },
  );
  await styles.read("light");
  tiles = "https://moved.example";
  now += 301_000;
  await styles.read("light");
  expect(styles.origins("light")).toEqual([base, "https://moved.example"]);
  expect(styles.origins("dark")).toEqual(["https://dark.example"]);
  expect(styles.origins()).toEqual([base, "https://dark.example", "https://moved.example"]);
});

test("askers at the same time, and within five minutes, cost one request", async () => {
  let now = 0;
  const styles = styleAt("/style.json", () => now);
  await Promise.all([styles.read("light"), styles.read("dark"), styles.read("light")]);
  now += 299_000;
  await styles.read("dark");
  expect(asked.filter((path) => path === "/style.json")).toHaveLength(1);
  now += 2_000;
  await styles.read("dark");
  expect(asked.filter((path) => path === "/style.json")).toHaveLength(2);
});

test("an old answer serves while the style's server is away; one that never answered is null until it does", async () => {
  let now = 0;
  const styles = styleAt("/style.json", () => now);
  isDown = true;
  expect(await styles.read("light")).toBeNull();
  isDown = false;
  expect(await styles.read("light")).not.toBeNull();
  isDown = true;
  now += 3_600_000;
  expect(await styles.read("light")).not.toBeNull();
});

test("something other than a style is none", async () => {
  expect(await styleAt("/page.html").read("light")).toBeNull();
  expect(await styleAt("/gone.json").read("light")).toBeNull();
});
