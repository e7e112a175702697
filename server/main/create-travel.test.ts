import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RoadTravel } from "@/server/adapters/travel/road-travel";
import { osrm } from "@/server/adapters/travel/testing/road-server-protocols";
import { FakeClock } from "@/server/testing/fake-clock";
import { createTravel } from "./create-travel";
import { readEnv } from "./env";
import { createLogger } from "./logger";

const positions = [0, 1, 2, 3].map((step) => ({ lat: 55.6 + step / 100, lng: 12.5 }));

let dataDir: string;
const opened: RoadTravel[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "create-travel-"));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((travel) => travel.close()));
  await rm(dataDir, { recursive: true });
});

async function travelOf(settings: Record<string, string>, clock = new FakeClock()) {
  const travel = await createTravel(readEnv({ ...settings, DRAY_DATA_DIR: dataDir }), clock, createLogger("silent"));
  opened.push(travel);
  return travel;
}

async function osrmServer() {
  const answer = osrm();
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    const body = answer({ url: new URL(request.url!, "http://localhost"), body: "" }, response);
    if (body !== undefined) response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked, close };
}

test("an installation with nothing set estimates, and says nothing of roads", async () => {
  const matrix = await (await travelOf({})).matrix(positions, "van");
  expect(matrix).toMatchObject({ source: "estimate", unreachable: [] });
  expect(matrix.roadsFailure).toBeUndefined();
});

test("a server by address is asked for the vehicles it was named for, and what it said outlives it for a week", async () => {
  const server = await osrmServer();
  const settings = { OSRM_URL: server.url, OSRM_PROFILES: "bike=cycling" };
  const first = await (await travelOf(settings)).matrix(positions, "bike");
  expect(first.source).toBe("roads");
  const asked = server.asked();
  expect(await (await travelOf(settings)).matrix(positions, "van")).toMatchObject({ source: "estimate" });
  expect(server.asked()).toBe(asked);
  await server.close();

  expect(await (await travelOf(settings)).matrix(positions.toReversed(), "bike")).toMatchObject({ source: "roads" });
  const later = new FakeClock("2026-03-16T08:00:00Z");
  const estimated = await (await travelOf(settings, later)).matrix(positions, "bike");
  expect(estimated.source).toBe("estimate");
  expect(estimated.roadsFailure).toContain("cannot be reached");
});

test("settings that make no sense are refused by name", () => {
  const faulty = { OSRM_URL: "osrm.example", OSRM_PROFILES: "boat=sailing", VALHALLA_URL: "?", ROADS_MAX_DOORS: "-1" };
  const names = /VALHALLA_URL[\s\S]*OSRM_URL[\s\S]*OSRM_PROFILES[\s\S]*ROADS_MAX_DOORS/;
  expect(() => readEnv(faulty)).toThrow(names);
  expect(readEnv({}).OSRM_PROFILES).toEqual({ car: "driving", van: "driving", truck: "driving" });
  expect(() => readEnv({ OSRM_URL: "http://osrm-{profile}:5000" })).not.toThrow();
});
