import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import { decodePolyline } from "@/server/domain/polyline";
import { osrmDialect } from "./osrm-dialect";
import { RoadRefusal, type RoadRequest, RoadsOverasked, RoadsUnavailable } from "./road-engine";
import { createRoadServer, type RoadServerDialect, type RoadServerOptions } from "./road-server";
import { createRoadTravel } from "./road-travel";
import { type Answer, LAKE, osrm, secondsOf, valhalla } from "./testing/road-server-protocols";
import { valhallaDialect } from "./valhalla-dialect";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Answers with what `answer` returns as JSON, unless it has answered by itself; keeps what it was asked. */
async function serve(answer: Answer) {
  const asked: { url: URL; body: string; agent: string | undefined }[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const question = { url, body: await text(request) };
    asked.push({ ...question, agent: request.headers["user-agent"] });
    const body = answer(question, response);
    if (body !== undefined) response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function doors(count: number): LatLng[] {
  return Array.from({ length: count }, (_, index) => ({
    lat: Math.round((55.6 + ((index * 37) % 100) * 0.0021) * 1e5) / 1e5,
    lng: Math.round((12.4 + ((index * 61) % 90) * 0.0031) * 1e5) / 1e5,
  }));
}

const van = { car: "driving", van: "driving" };
const still = async () => {};
const engine = (dialect: RoadServerDialect, options: Partial<RoadServerOptions> = {}) =>
  createRoadServer(dialect, { userAgent: "Dray test", wait: still, ...options });

function travelOn(dialect: RoadServerDialect, options: Partial<RoadServerOptions> = {}) {
  const roads = engine(dialect, options);
  const source = { name: "server", version: () => "1", profiles: dialect.profiles, maxDoors: 1000, open: () => roads };
  return createRoadTravel({ sources: [source], store: { find: async () => undefined, save: async () => {} } });
}

const DIALECTS: readonly [string, (baseUrl: string) => RoadServerDialect, () => Answer][] = [
  ["OSRM", (baseUrl) => osrmDialect(baseUrl, van), () => osrm()],
  ["OSRM with a small table", (baseUrl) => osrmDialect(baseUrl, van), () => osrm(20)],
  ["Valhalla", valhallaDialect, () => valhalla()],
  ["an older Valhalla with lower limits", valhallaDialect, () => valhalla({ maxPairs: 300, isConcise: false })],
];

describe.each(DIALECTS)("%s", (_name, dialectOf, answer) => {
  test("answers a matrix in blocks within its limits, each way by itself, with the lake as unreachable", async () => {
    const { baseUrl, asked } = await serve(answer());
    const positions = [...doors(130), LAKE];
    const progress: number[] = [];
    const matrix = await travelOn(dialectOf(baseUrl)).matrix(positions, "van", {
      onProgress: (fraction) => progress.push(fraction),
    });
    expect(matrix).toMatchObject({ source: "roads", unreachable: [130], size: 131 });
    expect(matrix.roadsFailure).toBeUndefined();
    for (const [from, to] of [
      [0, 1],
      [1, 0],
      [129, 17],
      [64, 128],
    ] as const) {
      const cell = from * matrix.size + to;
      expect(matrix.durationSeconds[cell]).toBe(Math.round(secondsOf(positions[from]!, positions[to]!)));
      expect(matrix.distanceMeters[cell]).toBe(Math.round(distanceMeters(positions[from]!, positions[to]!)));
    }
    expect(matrix.durationSeconds[130]).toBeGreaterThan(0);
    expect(progress.at(-1)).toBe(1);
    expect(Math.max(...asked.map(({ url }) => url.href.length))).toBeLessThan(8000);
    expect(asked[0]!.agent).toBe("Dray test");
  });

  test("answers legs with their ways, however long the route", async () => {
    const { baseUrl } = await serve(answer());
    const positions = doors(64);
    const legs = await travelOn(dialectOf(baseUrl)).legs(positions, "van");
    expect(legs.map(({ source }) => source)).toEqual(Array(63).fill("roads"));
    for (const at of [0, 19, 62]) {
      const way = decodePolyline(legs[at]!.shape!);
      expect(way[0]).toEqual(positions[at]);
      expect(way.at(-1)).toEqual(positions[at + 1]);
      expect(legs[at]!.durationSeconds).toBe(Math.round(secondsOf(positions[at]!, positions[at + 1]!)));
    }
  });
});

describe("OSRM", () => {
  test("is asked by the name it has for a profile, which may be part of its address; of others it is not asked", async () => {
    const { baseUrl, asked } = await serve(osrm());
    const travel = travelOn(osrmDialect(baseUrl, { bike: "cycling" }));
    expect(await travel.matrix(doors(3), "bike")).toMatchObject({ source: "roads" });
    expect(asked.every(({ url }) => url.pathname.startsWith("/table/v1/cycling/"))).toBe(true);
    const before = asked.length;
    expect(await travel.matrix(doors(3), "van")).toMatchObject({ source: "estimate" });
    expect(asked).toHaveLength(before);
    const request = { kind: "locate", profile: "bike", positions: doors(2) } as const;
    const { url } = osrmDialect("http://osrm-{profile}.test:5000/", { bike: "cycling" }).toCall(request);
    expect(url.href).toMatch(/^http:\/\/osrm-cycling\.test:5000\/table\/v1\/cycling\/12\.4\d*,55\.6\d*;/);
  });

  test("says no, and too much, in words of its own", () => {
    const { refusalOf } = osrmDialect("http://osrm.test", van);
    const said = (code: string, status = 400) => refusalOf(status, JSON.stringify({ code, message: "so" }));
    expect(said("TooBig")).toBeInstanceOf(RoadsOverasked);
    expect(refusalOf(414, "<html>")).toBeInstanceOf(RoadsOverasked);
    expect(said("NoRoute")).toEqual(new RoadRefusal("so"));
    expect(said("InvalidOptions")).toBeUndefined();
    expect(refusalOf(404, "null")).toBeUndefined();
  });
});

describe("Valhalla", () => {
  test("says no, and too much, by number", () => {
    const { refusalOf } = valhallaDialect("http://valhalla.test");
    const said = (error_code: number) => refusalOf(400, JSON.stringify({ error_code, error: "so" }));
    expect(said(150)).toBeInstanceOf(RoadsOverasked);
    expect([154, 171, 442].map(said)).toEqual(Array(3).fill(new RoadRefusal("so")));
    expect(said(125)).toBeUndefined();
  });
});

/** Two doors asked of an OSRM server that answers so. */
async function askOf(answer: Answer, options: Partial<RoadServerOptions> = {}, signal?: AbortSignal) {
  const { baseUrl, asked } = await serve(answer);
  const roads = engine(osrmDialect(baseUrl, van), options);
  const [from, to] = doors(2) as [LatLng, LatLng];
  const request = { kind: "matrix", profile: "van", sources: [from, to], targets: [from, to] } as const;
  return { ask: () => roads.ask(request as RoadRequest & { kind: "matrix" }, signal), asked, roads, baseUrl };
}

describe("a server", () => {
  const good = osrm();
  /** Fails so many times, then works. */
  const failsFirst = (failures: number, fail: Answer): Answer => {
    let calls = 0;
    return (question, response) => (calls++ < failures ? fail(question, response) : good(question, response));
  };
  const status =
    (code: number, headers = {}): Answer =>
    (_, response) =>
      void response.writeHead(code, headers).end();

  test.each<[string, Answer]>([
    ["answers 500", status(500)],
    ["answers 503", status(503)],
    ["has too much to do", status(429, { "retry-after": "1" })],
    ["closes the connection", (_, response) => void response.socket?.destroy()],
  ])("that %s twice is tried again", async (_what, fail) => {
    const { ask, asked } = await askOf(failsFirst(2, fail));
    expect((await ask()).durationSeconds[0]).toBe(0);
    expect(asked).toHaveLength(3);
  });

  test.each<[string, Answer, RegExp, number]>([
    ["always answers 500", status(500), /answered 500/, 3],
    ["always has too much to do", status(429), /answered 429/, 3],
    ["always closes the connection", (_, response) => void response.socket?.destroy(), /cannot be reached/, 3],
    [
      "breaks off in the middle",
      (_, response) => void response.writeHead(200).write("{", () => response.socket?.destroy()),
      /cannot be reached/,
      3,
    ],
    ["talks no JSON", (_, response) => void response.end("<html>hello</html>"), /other than JSON/, 1],
    ["knows no such service", status(404), /answered 404/, 1],
    [
      "leaves a row out",
      () => ({ code: "Ok", durations: [[0, 1]], distances: [[0, 1]] }),
      /2 entries expected, 1 found/,
      1,
    ],
    [
      "leaves a column out",
      () => ({ code: "Ok", durations: [[0], [0]], distances: [[0], [0]] }),
      /2 entries expected/,
      1,
    ],
    [
      "leaves distances out",
      () => ({
        code: "Ok",
        durations: [
          [0, 1],
          [1, 0],
        ],
      }),
      /2 entries expected, none/,
      1,
    ],
    ["is something else", () => ({ hello: "world" }), /something else than asked/, 1],
    ["answers null", (_, response) => void response.end("null"), /something else than asked/, 1],
  ])("that %s is unavailable", async (_what, answer, reason, calls) => {
    const { ask, asked } = await askOf(answer);
    const error = await ask().catch((each: unknown) => each);
    expect(error).toBeInstanceOf(RoadsUnavailable);
    expect((error as Error).message).toMatch(reason);
    expect(asked).toHaveLength(calls);
  });

  test("that never answers is given up after a while, and cannot be reached when it is not there", async () => {
    const { ask, asked } = await askOf(() => undefined, { timeoutMs: 60 });
    await expect(ask()).rejects.toThrow(/did not answer within 60 ms/);
    expect(asked).toHaveLength(3);
    const gone = engine(osrmDialect("http://127.0.0.1:1", van));
    const positions = doors(2);
    await expect(gone.ask({ kind: "route", profile: "van", positions })).rejects.toThrow(/cannot be reached/);
  });

  test("that asks for a long pause makes nobody wait for a way", async () => {
    const pauses: number[] = [];
    const { roads } = await askOf(status(429, { "retry-after": "20" }), { wait: async (ms) => void pauses.push(ms) });
    await expect(roads.ask({ kind: "route", profile: "van", positions: doors(2) })).rejects.toThrow(/answered 429/);
    expect(pauses).toEqual([]);
  });

  test("that failed is left alone for half a minute, then asked again", async () => {
    let now = 0;
    const { ask, asked } = await askOf(failsFirst(3, status(500)), { nowMs: () => now });
    await expect(ask()).rejects.toThrow(RoadsUnavailable);
    await expect(ask()).rejects.toThrow(/answered 500/);
    expect(asked).toHaveLength(3);
    now = 30_000;
    expect((await ask()).durationSeconds).toHaveLength(4);
  });

  test("is not waited for any longer once the signal aborts, nor after closing", async () => {
    const controller = new AbortController();
    const { ask, asked } = await askOf(
      () => void controller.abort(new Error("no longer wanted")),
      {},
      controller.signal,
    );
    await expect(ask()).rejects.toThrow("no longer wanted");
    expect(asked).toHaveLength(1);
    const closed = await askOf(good);
    await closed.roads.close();
    await expect(closed.ask()).rejects.toThrow(RoadsUnavailable);
    expect(closed.asked).toEqual([]);
  });

  test("whose nulls are single ways leaves those to the estimate, at the pace of the others", async () => {
    const positions = doors(12);
    const lost: Answer = (question, response) => {
      const body = good(question, response) as { durations: (number | null)[][]; distances?: (number | null)[][] };
      if (body.distances) body.durations[3]![7] = null;
      return body;
    };
    const { baseUrl } = await serve(lost);
    const matrix = await travelOn(osrmDialect(baseUrl, van)).matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "roads", unreachable: [] });
    const [guess, back] = [matrix.durationSeconds[3 * 12 + 7]!, matrix.durationSeconds[7 * 12 + 3]!];
    expect(guess).toBeGreaterThan(back / 4);
    expect(guess).toBeLessThan(back * 4);
  });

  test("that is away costs a plan nothing but its roads, and the reason is told", async () => {
    const { baseUrl } = await serve(status(502));
    const travel = travelOn(osrmDialect(baseUrl, van));
    const positions = doors(4);
    const matrix = await travel.matrix(positions, "van");
    expect(matrix).toMatchObject({ source: "estimate", unreachable: [] });
    expect(matrix.roadsFailure).toMatch(/127\.0\.0\.1:\d+ answered 502/);
    expect((await travel.legs(positions, "van")).map(({ source }) => source)).toEqual(Array(3).fill("estimate"));
  });
});
